/** How annual targets are written: the same word for a state, and the same digits, wherever one is shown. */
import { formatRate, formatRatio } from '@shared/figures/format-rate';
import { signOf, type TargetMetric } from '@shared/figures/target-metrics';
import type { PaceState } from '@shared/figures/target-pace';
import type { JudgedTarget } from '@shared/figures/targets';

interface StateWords {
  readonly label: string;
  /** Tells the states apart without colour. */
  readonly mark: string;
  readonly tone: 'good' | 'soon' | 'bad' | 'quiet';
}

/** From the best to the worst, then what cannot be judged: the order they are counted up in. */
export const targetStates: Readonly<Record<PaceState, StateWords>> = {
  met: { label: '已达到', mark: '●', tone: 'good' },
  onCourse: { label: '按进度', mark: '●', tone: 'good' },
  behind: { label: '落后', mark: '▲', tone: 'soon' },
  atRisk: { label: '预计完不成', mark: '■', tone: 'bad' },
  late: { label: '逾期未达', mark: '■', tone: 'bad' },
  unknown: { label: '无从判断', mark: '—', tone: 'quiet' },
};

export const stateText = (state: PaceState): string =>
  `${targetStates[state].mark} ${targetStates[state].label}`;

/** How many are in which state, those with none left out: 已达到、落后 … with their counts. */
export function countByState(states: readonly PaceState[]): { label: string; count: number }[] {
  // Object.keys forgets the key type of a literal record.
  return (Object.keys(targetStates) as PaceState[]).flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [{ label: targetStates[state].label, count }];
  });
}

/** Percent by the report's precision; counts whole, ratios with one decimal or as many as the figure is printed with. */
export function valueText(
  value: number | null,
  metric: Pick<TargetMetric, 'form' | 'decimals'>,
  decimals: number,
): string {
  if (value === null) return '—';
  if (signOf(metric) === '%') return `${value.toFixed(decimals)}%`;
  return value.toFixed(Number.isInteger(value) ? 0 : (metric.decimals ?? 1));
}

/** How much a value changes, without the direction: shares in percentage points, everything else as it is counted. */
export const changeText = (
  change: number,
  metric: Pick<TargetMetric, 'form' | 'decimals'>,
  decimals: number,
): string =>
  signOf(metric) === '%'
    ? `${Math.abs(change).toFixed(Math.max(1, decimals))} 个百分点`
    : valueText(Math.abs(change), metric, decimals);

/** 每月还需: how much is still to be done each month; a list that should become empty has to lose so many. */
export function neededText(
  { pace, metric }: Pick<JudgedTarget, 'metric' | 'pace'>,
  decimals: number,
): string {
  const { neededPerMonth: needed } = pace;
  if (needed === null) return '—';
  return `${needed < 0 ? '减 ' : ''}${changeText(needed, metric, decimals)}`;
}

/** 现状, rounded as the figure is everywhere else. */
export function actualText(
  { metric, figure }: Pick<JudgedTarget, 'metric' | 'figure'>,
  decimals: number,
): string {
  if (metric.form === 'share') return formatRate(figure, decimals);
  return metric.form === 'count'
    ? String(figure.numerator)
    : formatRatio(figure, metric.decimals ?? decimals);
}
