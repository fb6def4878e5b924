/** What a line of a list of parks, buildings and streets says. */
import { orgUnitLevels } from '@shared/domain/org-unit';
import type { SiteFigureId } from '@shared/figures/figure';
import type { ListedSite } from './messages';

const words: Readonly<Record<SiteFigureId, { readonly yes: string; readonly no: string }>> = {
  C14: { yes: '有在用活动阵地', no: '没有在用活动阵地' },
  C15: { yes: '有单位建立组织或选派指导员', no: '没有一家单位建立组织或选派指导员' },
};

export const describeSite = (id: SiteFigureId, { level, isCounted }: ListedSite): string =>
  `${orgUnitLevels.labels[level]} · ${isCounted ? words[id].yes : words[id].no}`;
