/** Annual targets beside the figures of their org units, with the pace they keep. */
import type { AnnualTarget } from '@shared/domain/assessment';
import type { TargetRules } from '@shared/domain/rule-set';
import type { Counted } from '@shared/figures/figure';
import { formatFraction } from '@shared/figures/format-rate';
import { actualOf, signOf, type TargetMetric } from '@shared/figures/target-metrics';
import { type Pace, type PaceState, paceOf } from '@shared/figures/target-pace';

export interface TargetRow {
  readonly target: AnnualTarget;
  readonly metric: TargetMetric;
  readonly placeName: string;
  readonly figure: Counted;
  readonly now: number | null;
  readonly pace: Pace;
}

export const paceWords: Readonly<Record<PaceState, { readonly text: string; readonly tone: string }>> = {
  met: { text: '● 已达到', tone: 'good' },
  onCourse: { text: '● 按进度', tone: 'good' },
  behind: { text: '▲ 落后', tone: 'soon' },
  atRisk: { text: '■ 预计完不成', tone: 'bad' },
  late: { text: '■ 逾期未达', tone: 'bad' },
  unknown: { text: '— 无从判断', tone: 'quiet' },
};

const behindStates: readonly PaceState[] = ['late', 'atRisk', 'behind'];

/** Targets that do not keep up, the worst first. */
export const behindAmong = (rows: readonly TargetRow[]): TargetRow[] =>
  rows
    .filter(({ pace }) => behindStates.includes(pace.state))
    .sort((a, b) => behindStates.indexOf(a.pace.state) - behindStates.indexOf(b.pace.state));

/** Figures of one org unit on the three days a pace needs. */
export interface FiguresThen {
  readonly now: (metric: TargetMetric) => Counted;
  readonly atStart: (metric: TargetMetric) => Counted;
  readonly lately: (metric: TargetMetric) => Counted;
}

/** What a row of the year is judged by. */
export interface Judgement {
  readonly asOf: string;
  readonly rules: TargetRules;
}

export function targetRow(
  target: AnnualTarget,
  metric: TargetMetric,
  placeName: string,
  figures: FiguresThen,
  { asOf, rules }: Judgement,
): TargetRow {
  const amountOf = (figure: Counted) => actualOf(metric, figure);
  const figure = figures.now(metric);
  const now = amountOf(figure);
  const input = {
    target: target.target,
    dueOn: target.dueOn,
    asOf,
    isLowerBetter: metric.isLowerBetter,
    most: metric.form === 'share' ? 100 : null,
    now,
    atStart: amountOf(figures.atStart(metric)) ?? target.baseline,
    lately: amountOf(figures.lately(metric)),
  };
  return { target, metric, placeName, figure, now, pace: paceOf(input, rules) };
}

/** Percent by the report's precision; counts whole, ratios with one decimal. */
export function valueText(value: number | null, metric: TargetMetric, decimals: number): string {
  if (value === null) return '—';
  const sign = signOf(metric);
  return `${value.toFixed(sign === '%' ? decimals : Number.isInteger(value) ? 0 : 1)}${sign}`;
}

/** Why the forecast says so. */
export function forecastBasis({ pace, metric }: TargetRow, months: number, decimals: number): string {
  if (pace.changePerMonth === null) return '没有足够的历史可推算';
  const amount = valueText(Math.abs(pace.changePerMonth), metric, Math.max(1, decimals)).replace(
    '%',
    '个百分点',
  );
  return `按近 ${months} 个月每月${pace.changePerMonth < 0 ? '降' : '升'} ${amount}推算`;
}

/** The rows for a workbook: what the page shows, with the base of the forecast in words. */
export const targetTable = (rows: readonly TargetRow[], months: number, decimals: number) => ({
  columns: [
    '单位',
    '指标',
    '现状',
    '分子/分母',
    '目标',
    '应达进度',
    '每月还需',
    '期末预测',
    '预测依据',
    '状态',
    '时限',
  ],
  rows: rows.map((row) => {
    const amount = (value: number | null) => valueText(value, row.metric, decimals);
    const { target, pace } = row;
    return {
      key: target.id,
      name: row.placeName,
      cells: [
        row.metric.label,
        amount(row.now),
        formatFraction(row.figure),
        amount(target.target),
        amount(pace.expected),
        amount(pace.neededPerMonth),
        amount(pace.forecast),
        forecastBasis(row, months, decimals),
        paceWords[pace.state].text,
        target.dueOn,
      ].map((text) => ({ text })),
    };
  }),
});
