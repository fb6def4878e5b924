/** Annual targets beside the figures of their org units, with the pace they keep. */
import { type FigureId, figureIds } from '@shared/figures/figure';
import { formatFraction } from '@shared/figures/format-rate';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import { type Pace, type PaceState, paceOf } from '@shared/figures/target-pace';
import { type AnnualTarget, actualOf, lowerIsBetter } from '@shared/figures/targets';
import type { TargetRules } from '@shared/rules/default-target-rules';
import type { Counted } from '../parts/figures';

export interface TargetRow {
  readonly target: AnnualTarget;
  readonly id: FigureId;
  readonly label: string;
  readonly placeName: string;
  readonly figure: Counted;
  readonly now: number | null;
  readonly pace: Pace;
  /** % or nothing. */
  readonly sign: string;
}

export const paceWords: Readonly<Record<PaceState, { readonly text: string; readonly tone: string }>> = {
  met: { text: '● 已达到', tone: 'good' },
  onCourse: { text: '● 按进度', tone: 'good' },
  behind: { text: '▲ 落后', tone: 'soon' },
  atRisk: { text: '■ 预计完不成', tone: 'bad' },
  late: { text: '■ 逾期未达', tone: 'bad' },
  unknown: { text: '— 无从判断', tone: 'quiet' },
};

export const isShare = (id: FigureId): boolean => getIndicator(id).form === 'share';
export const wholeOf = (id: FigureId): number => (lowerIsBetter.has(id) ? 0 : 100);

export const metricOf = (target: AnnualTarget): FigureId | undefined =>
  figureIds.find((known) => known === target.metricCode);

/** Figures of one org unit on the three days a pace needs. */
export interface FiguresThen {
  readonly now: (id: FigureId) => Counted;
  readonly atStart: (id: FigureId) => Counted;
  readonly lately: (id: FigureId) => Counted;
}

export function targetRow(
  target: AnnualTarget,
  placeName: string,
  figures: FiguresThen,
  asOf: string,
  rules: TargetRules,
): TargetRow | null {
  const id = metricOf(target);
  if (!id) return null;
  const indicator = getIndicator(id);
  const amountOf = (figure: Counted) => actualOf(indicator, figure);
  const now = amountOf(figures.now(id));
  const input = {
    target: target.target,
    dueOn: target.dueOn,
    asOf,
    isLowerBetter: lowerIsBetter.has(id),
    most: isShare(id) ? 100 : null,
    now,
    atStart: amountOf(figures.atStart(id)) ?? target.baseline,
    lately: amountOf(figures.lately(id)),
  };
  const pace = paceOf(input, rules);
  return {
    target,
    id,
    label: indicator.label,
    placeName,
    figure: figures.now(id),
    now,
    pace,
    sign: isShare(id) ? '%' : '',
  };
}

export const valueText = (value: number | null, sign: string, decimals: number): string =>
  value === null ? '—' : `${value.toFixed(sign === '%' ? decimals : Number.isInteger(value) ? 0 : 1)}${sign}`;

/** Why the forecast says so. */
export function forecastBasis({ pace, sign }: TargetRow, months: number, decimals: number): string {
  if (pace.changePerMonth === null) return '没有足够的历史可推算';
  const amount = valueText(Math.abs(pace.changePerMonth), sign, Math.max(1, decimals)).replace(
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
    const amount = (value: number | null) => valueText(value, row.sign, decimals);
    const { target, pace } = row;
    return {
      key: target.id,
      name: row.placeName,
      cells: [
        row.label,
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
