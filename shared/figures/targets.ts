/**
 * 年度目标: a target value beside the figure it is about. Shares are set and compared in percent (95 = 95 %), ratios
 * as they are printed, counts by their numerator.
 */
import type { Assessment } from '@shared/domain/assessment';
import { daysBetween } from '@shared/lib/day';
import { type Figure, type FigureId, figureIds } from './figure';
import { formatRate, formatRatio } from './format-rate';
import type { FigureSet, Indicator } from './indicator';
import { getIndicator } from './indicators/all-indicators';

export type AnnualTarget = Extract<Assessment, { kind: 'annualTarget' }>;

/** Figures an office sets targets for, in the order they are offered. */
export const targetMetrics = [
  'C1',
  'C2',
  'C3',
  'C3e',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'C9a',
  'C9b',
  'C11',
  'C13',
  'C14',
  'C15',
  'C20',
  'C20b',
  'C21',
] as const satisfies readonly FigureId[];

/** Lists that should become empty: 空白点, 应建未建. */
export const lowerIsBetter: ReadonlySet<FigureId> = new Set(['C4', 'C6', 'C6b']);

/** `due`: not reached and the day is near; `late`: not reached and the day has passed. */
export type TargetState = 'met' | 'open' | 'due' | 'late' | 'unknown';

export interface TargetStanding {
  readonly target: AnnualTarget;
  readonly id: FigureId;
  readonly label: string;
  readonly figure: Figure;
  readonly actualText: string;
  readonly targetText: string;
  /** How much of the way is done, 0–1; null without a base. */
  readonly progress: number | null;
  readonly state: TargetState;
}

/** The value compared with the target; null without a base. */
export function actualOf(
  { form }: Pick<Indicator, 'form'>,
  figure: Pick<Figure, 'numerator' | 'denominator'>,
): number | null {
  if (form === 'count') return figure.numerator;
  if (figure.denominator === 0) return null;
  return (figure.numerator / figure.denominator) * (form === 'share' ? 100 : 1);
}

function textOf(indicator: Pick<Indicator, 'form' | 'decimals'>, figure: Figure, decimals: number): string {
  if (indicator.form === 'share') return formatRate(figure, decimals);
  return indicator.form === 'count'
    ? String(figure.numerator)
    : formatRatio(figure, indicator.decimals ?? decimals);
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

/** How a target stands by the figures of its org unit; null for a metric this version does not know. */
export function standingOf(
  target: AnnualTarget,
  figures: FigureSet,
  asOf: string,
  decimals: number,
): TargetStanding | null {
  const id = figureIds.find((known) => known === target.metricCode);
  if (!id) return null;
  const indicator = getIndicator(id);
  const figure = figures[id];
  const actual = actualOf(indicator, figure);
  const isLowerBetter = lowerIsBetter.has(id);
  const isMet = actual === null ? null : isLowerBetter ? actual <= target.target : actual >= target.target;
  return {
    target,
    id,
    label: indicator.label,
    figure,
    actualText: textOf(indicator, figure, decimals),
    targetText: `${target.target}${indicator.form === 'share' ? '%' : ''}`,
    progress: actual === null ? null : progressOf(actual, target.target, isLowerBetter),
    state: stateOf(isMet, target.dueOn, asOf),
  };
}
