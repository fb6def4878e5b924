/**
 * An annual target beside the figures of its org unit. Judged here and nowhere else, so that one target has one state
 * on every page, wall, sheet and briefing.
 */
import type { AnnualTarget, Assessment } from '@shared/domain/assessment';
import type { TargetRules } from '@shared/domain/rule-set';
import { addMonths } from '@shared/lib/day';
import type { Counted } from './figure';
import { actualOf, countFor, type MetricCounts, metricOf, type TargetMetric } from './target-metrics';
import { type Pace, paceOf } from './target-pace';

export interface MeasuredTarget {
  readonly target: AnnualTarget;
  readonly metric: TargetMetric;
}

/**
 * Targets of a year, of all org units; those whose metric this version or the criteria in force do not know are left out.
 * @param items of the criteria set in force
 */
export const measuredTargets = (
  assessments: readonly Assessment[],
  year: number,
  items: readonly { readonly code: string; readonly label: string }[],
): MeasuredTarget[] =>
  assessments.flatMap((target) => {
    if (target.kind !== 'annualTarget' || target.year !== year) return [];
    const metric = metricOf(target, items);
    return metric === null ? [] : [{ target, metric }];
  });

/** The three days a pace is judged by: the day itself, the end of the year before, and the beginning of the look back. */
export const targetDays = (asOf: string, { lookbackMonths }: TargetRules) => ({
  now: asOf,
  atStart: `${Number(asOf.slice(0, 4)) - 1}-12-31`,
  lately: addMonths(asOf, -lookbackMonths),
});

/** Counts of one org unit on those days; null = not counted. */
export interface CountsThen {
  readonly now: MetricCounts;
  readonly atStart: MetricCounts | null;
  readonly lately: MetricCounts | null;
}

export interface JudgedTarget extends MeasuredTarget {
  readonly figure: Counted;
  /** In the unit targets are set in; null without a base. */
  readonly now: number | null;
  /** How much of the way is done, 0–1; null without a base. */
  readonly progress: number | null;
  readonly pace: Pace;
}

/** What the targets of a year are judged by. */
export interface Judgement {
  readonly asOf: string;
  readonly rules: TargetRules;
}

export function judgeTarget(
  { target, metric }: MeasuredTarget,
  counts: CountsThen,
  { asOf, rules }: Judgement,
): JudgedTarget {
  const amountOn = (then: MetricCounts | null): number | null =>
    then === null ? null : actualOf(metric, countFor(metric, then));
  const now = amountOn(counts.now);
  const input = {
    target: target.target,
    dueOn: target.dueOn,
    asOf,
    isLowerBetter: metric.isLowerBetter,
    most: metric.form === 'share' ? 100 : null,
    now,
    atStart: amountOn(counts.atStart) ?? target.baseline,
    lately: amountOn(counts.lately),
  };
  return {
    target,
    metric,
    figure: countFor(metric, counts.now),
    now,
    progress: now === null ? null : progressOf(now, target.target, metric.isLowerBetter),
    pace: paceOf(input, rules),
  };
}

function progressOf(now: number, goal: number, isLowerBetter: boolean): number {
  if (isLowerBetter) return now <= goal ? 1 : goal / now;
  return goal === 0 ? 1 : Math.min(1, now / goal);
}
