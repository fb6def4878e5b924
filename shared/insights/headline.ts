/** 主要指标: the figures at the head of the overview, of the board 总览, of its wall and of the briefing. */
import type { Counted, FigureId } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import { type Change, describeCountChange, describeRateChange } from './change';

/** In the order of the tables that show all of them. */
export const headlineFigures = [
  'C1',
  'C3',
  'C5',
  'C6',
  'C4',
  'C9a',
  'C9b',
  'C20',
  'C20b',
] as const satisfies readonly FigureId[];

type Figures = Readonly<Partial<Record<FigureId, Counted>>>;

export interface HeadlineRow {
  readonly id: FigureId;
  readonly label: string;
  /** A number of units; else a rate with its fraction. */
  readonly isCount: boolean;
  readonly now: Counted;
  /** null = that day has no figures. */
  readonly before: Counted | null;
  readonly change: Change;
}

const zero: Counted = { numerator: 0, denominator: 0 };

/**
 * All of them with their change. A day before the register began has zeros everywhere: nothing is compared with it.
 * @param before null = that day has no figures
 * @param against what it is compared with, in words
 */
export function headlineRows(
  now: Figures,
  before: Figures | null,
  decimals: number,
  against?: string,
): HeadlineRow[] {
  const isKnown = (before?.C1 ?? zero).denominator > 0;
  return headlineFigures.map((id) => {
    const { label, form } = getIndicator(id);
    const [present, past] = [now[id] ?? zero, isKnown ? (before?.[id] ?? zero) : null];
    const isCount = form === 'count';
    const change = isCount
      ? describeCountChange(present.numerator, past?.numerator ?? null, against)
      : describeRateChange(present, past, decimals, against);
    return { id, label, isCount, now: present, before: past, change };
  });
}

/** The value of a row on one of its days, and what it is made of; "—" where there is nothing. */
export function headlineTexts(
  { isCount }: Pick<HeadlineRow, 'isCount'>,
  figure: Counted | null,
  decimals: number,
): { readonly value: string; readonly fraction: string } {
  if (figure === null) return { value: '—', fraction: '—' };
  if (isCount) return { value: `${figure.numerator}户`, fraction: '—' };
  return { value: formatRate(figure, decimals), fraction: formatFraction(figure) };
}

/** Whether 全覆盖 may be said: not where there is nobody to cover. */
export function noteOnBlanks(blankCount: number, unitsInScope: number): string {
  if (unitsInScope === 0) return '没有纳入统计的单位';
  return blankCount === 0 ? '两张清单都空，全覆盖' : '未达到全覆盖';
}
