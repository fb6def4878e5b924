/** Rates as they are written: the rate, then what it is made of. */
import type { RateValue } from '@renderer/components/rate-chart-types';
import type { Figure } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';

export const rateValue = (figure: Figure | undefined, decimals: number): RateValue => ({
  percent: percentOf(figure),
  text: figure ? `${formatRate(figure, decimals)}（${formatFraction(figure)}）` : '—',
});
