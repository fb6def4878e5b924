/** Annual targets as the boards list them, and as a workbook takes them away. */
import { formatFraction } from '@shared/figures/format-rate';
import type { PaceState } from '@shared/figures/target-pace';
import type { JudgedTarget } from '@shared/figures/targets';
import {
  actualText,
  changeText,
  countByState,
  neededText,
  stateText,
  valueText,
} from '@shared/insights/target-words';

export interface TargetRow extends JudgedTarget {
  readonly placeName: string;
}

const behindStates: readonly PaceState[] = ['late', 'atRisk', 'behind'];

/** Targets that do not keep up, the worst first. */
export const behindAmong = (rows: readonly TargetRow[]): TargetRow[] =>
  rows
    .filter(({ pace }) => behindStates.includes(pace.state))
    .sort((a, b) => behindStates.indexOf(a.pace.state) - behindStates.indexOf(b.pace.state));

/** 已达到 3 项，按进度 9 项，落后 6 项. */
export const statesText = (rows: readonly TargetRow[]): string =>
  countByState(rows.map(({ pace }) => pace.state))
    .map(({ label, count }) => `${label} ${count} 项`)
    .join('，');

/** Why the forecast says so. */
export function forecastBasis({ pace, metric }: TargetRow, months: number, decimals: number): string {
  if (pace.changePerMonth === null) return '没有足够的历史可推算';
  const amount = changeText(pace.changePerMonth, metric, decimals);
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
        actualText(row, decimals),
        formatFraction(row.figure),
        amount(target.target),
        amount(pace.expected),
        neededText(row, decimals),
        amount(pace.forecast),
        forecastBasis(row, months, decimals),
        stateText(pace.state),
        target.dueOn,
      ].map((text) => ({ text })),
    };
  }),
});
