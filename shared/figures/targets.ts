/** Where an annual target stands on a day: what is reached of it, and how near the day is. */
import type { AnnualTarget } from '@shared/domain/assessment';
import { daysBetween } from '@shared/lib/day';
import type { Counted } from './figure';
import { formatRate, formatRatio } from './format-rate';
import { actualOf, countFor, type MetricCounts, metricOf, signOf, type TargetMetric } from './target-metrics';

/** `due`: not reached and the day is near; `late`: not reached and the day has passed. */
export type TargetState = 'met' | 'open' | 'due' | 'late' | 'unknown';

export interface TargetStanding {
  readonly target: AnnualTarget;
  readonly metric: TargetMetric;
  readonly figure: Counted;
  readonly actualText: string;
  readonly targetText: string;
  /** How much of the way is done, 0–1; null without a base. */
  readonly progress: number | null;
  readonly state: TargetState;
}

function textOf(metric: TargetMetric, figure: Counted, decimals: number): string {
  if (metric.form === 'share') return formatRate(figure, decimals);
  return metric.form === 'count'
    ? String(figure.numerator)
    : formatRatio(figure, metric.decimals ?? decimals);
}

function progressOf(actual: number, goal: number, isLowerBetter: boolean): number {
  if (isLowerBetter) return actual <= goal ? 1 : goal / actual;
  return goal === 0 ? 1 : Math.min(1, actual / goal);
}

/** Reminder days before the due day, as for other duties. */
const remindDays = 30;

function stateOf(isMet: boolean | null, dueOn: string, asOf: string): TargetState {
  if (isMet === null) return 'unknown';
  if (isMet) return 'met';
  if (dueOn < asOf) return 'late';
  return daysBetween(asOf, dueOn) <= remindDays ? 'due' : 'open';
}

/** What a target is measured by: the counts of its org unit, the day, and how numbers are printed. */
export interface TargetYardstick {
  readonly counts: MetricCounts;
  /** Items of the criteria set in force. */
  readonly items: readonly { readonly code: string; readonly label: string }[];
  readonly asOf: string;
  readonly decimals: number;
}

/** null for a metric that is not known. */
export function standingOf(
  target: AnnualTarget,
  { counts, items, asOf, decimals }: TargetYardstick,
): TargetStanding | null {
  const metric = metricOf(target, items);
  if (!metric) return null;
  const figure = countFor(metric, counts);
  const actual = actualOf(metric, figure);
  const { isLowerBetter } = metric;
  const isMet = actual === null ? null : isLowerBetter ? actual <= target.target : actual >= target.target;
  return {
    target,
    metric,
    figure,
    actualText: textOf(metric, figure, decimals),
    targetText: `${target.target}${signOf(metric)}`,
    progress: actual === null ? null : progressOf(actual, target.target, isLowerBetter),
    state: stateOf(isMet, target.dueOn, asOf),
  };
}
