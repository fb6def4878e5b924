/** Colours of the overview's figures: the same thing has the same colour in every chart. */
import { palette } from '@renderer/components/palette';
import type { RateSeries } from '@renderer/components/rate-chart-types';
import { figureColours } from '@shared/insights/figure-colours';

export const coverageSeries: readonly (RateSeries & { readonly key: 'C1' | 'C3' })[] = [
  { key: 'C1', label: '组织覆盖率', colour: palette[figureColours.C1] },
  { key: 'C3', label: '工作覆盖率', colour: palette[figureColours.C3] },
];
