/** Figures of an answer as boards read them. */
import { palette } from '@renderer/components/palette';
import type { RateSeries, RateValue } from '@renderer/components/rate-chart-types';
import type { Counted, FigureId } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import type { MetricCounts } from '@shared/figures/target-metrics';
import { percentOf } from '@shared/insights/change';
import { figureColours } from '@shared/insights/figure-colours';
import type { SumsAnswer, SumsGroup, SumsPoint } from '@shared/insights/messages';

const zero: Counted = { numerator: 0, denominator: 0 };

export const countedIn = (group: SumsGroup | undefined, id: FigureId): Counted => group?.figures[id] ?? zero;

/** What targets are measured by. */
export const countsOf = (group: SumsGroup | undefined): MetricCounts => ({
  figures: group?.figures ?? {},
  sixByItem: group?.distributions.sixByItem ?? {},
});

export const pointOn = (answer: SumsAnswer, day: string): SumsPoint | undefined =>
  answer.points.find((point) => point.day === day);

/** The one group of a total. */
export const totalOn = (answer: SumsAnswer, day: string): SumsGroup | undefined =>
  pointOn(answer, day)?.groups[0];

/** Days that were counted by other rules than the point before. From before the register to its first day nothing changes. */
export const daysOfNewRules = (
  points: readonly Pick<SumsPoint, 'day' | 'ruleSetVersion'>[],
): readonly string[] =>
  points.flatMap(({ day, ruleSetVersion }, i) => {
    const before = points[i - 1]?.ruleSetVersion ?? null;
    return before !== null && ruleSetVersion !== null && before !== ruleSetVersion ? [day] : [];
  });

export const rateValue = (figure: Counted, decimals: number): RateValue => ({
  percent: percentOf(figure),
  text: `${formatRate(figure, decimals)}（${formatFraction(figure)}）`,
});

/** 26年3月: short enough for thirteen marks on one axis. */
export const monthLabel = (day: string): string => `${day.slice(2, 4)}年${Number(day.slice(5, 7))}月`;

export const coverageSeries: readonly (RateSeries & { readonly key: 'C1' | 'C3' })[] = [
  { key: 'C1', label: '组织覆盖率', colour: palette[figureColours.C1] },
  { key: 'C3', label: '工作覆盖率', colour: palette[figureColours.C3] },
];
