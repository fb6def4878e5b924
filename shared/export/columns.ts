/** Short names for the columns official tables are made of. */
import type { ColumnGroup, ColumnLeaf, ColumnNode } from './build-table';
import { NONE, type ReportValue } from './report-model';

type Value<R> = (row: R, index: number) => ReportValue;

const leaf = <R>(
  label: string,
  value: Value<R>,
  rest: Partial<ColumnLeaf<R>> & Pick<ColumnLeaf<R>, 'width' | 'kind'>,
): ColumnLeaf<R> => ({ align: 'left', decimals: null, total: null, behind: null, ...rest, label, value });

export const group = <R>(label: string, columns: readonly ColumnNode<R>[]): ColumnGroup<R> => ({
  label,
  columns,
});

export const textColumn = <R>(label: string, width: number, value: Value<R>): ColumnLeaf<R> =>
  leaf(label, value, { width, kind: 'text' });

/** A word or two, centred. */
export const wordColumn = <R>(label: string, width: number, value: Value<R>): ColumnLeaf<R> =>
  leaf(label, value, { width, kind: 'text', align: 'center' });

/** Digits that are no number: credit codes, phones. */
export const codeColumn = <R>(label: string, width: number, value: Value<R>): ColumnLeaf<R> =>
  leaf(label, value, { width, kind: 'code', align: 'center' });

export const dateColumn = <R>(label: string, value: Value<R>): ColumnLeaf<R> =>
  leaf(label, value, { width: 14, kind: 'date', align: 'center' });

/** 序号, with 合计 under it. */
export const serialColumn = <R>(): ColumnLeaf<R> =>
  leaf('序号', (_row, index) => index + 1, {
    width: 4,
    kind: 'number',
    align: 'center',
    total: () => '合计',
  });

/** A number that adds up; cells without one (null or "—") do not count. */
export const sumColumn = <R>(label: string, width: number, value: Value<R>): ColumnLeaf<R> =>
  leaf(label, value, { width, kind: 'number', align: 'right', total: sumOf(value) });

/** A tick or a sign; the total counts the cells that say yes. */
export const signColumn = <R>(
  label: string,
  width: number,
  value: Value<R>,
  isYes: (value: ReportValue) => boolean,
): ColumnLeaf<R> =>
  leaf(label, value, {
    width,
    kind: 'text',
    align: 'center',
    total: (rows) => rows.filter((row, index) => isYes(value(row, index))).length,
  });

/** @param measure the figure of some rows; null prints as "—" by the caller's choice. */
export const figureColumn = <R>(
  label: string,
  width: number,
  kind: 'number' | 'percent',
  measure: (rows: readonly R[]) => ReportValue,
  rest: Partial<Pick<ColumnLeaf<R>, 'behind' | 'decimals'>> = {},
): ColumnLeaf<R> =>
  leaf(label, (row) => measure([row]), { ...rest, width, kind, align: 'right', total: measure });

/** The same column with 户数 (or another count of rows) under it. */
export const countedColumn = <R>(column: ColumnLeaf<R>): ColumnLeaf<R> => ({
  ...column,
  total: (rows) => rows.length,
});

/** Sums in ten-thousandths, so that 0.1 + 0.2 prints as 0.3; "—" where no row has a number. */
function sumOf<R>(value: Value<R>): (rows: readonly R[]) => ReportValue {
  return (rows) => {
    const numbers = rows.map(value).filter((cell) => typeof cell === 'number');
    if (numbers.length === 0 && rows.length > 0) return NONE;
    return numbers.reduce((sum, number) => sum + Math.round(number * 10_000), 0) / 10_000;
  };
}
