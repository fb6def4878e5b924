/** Small questions about a sheet that several steps ask. */

import type { Cell, MergedRange, SheetCells } from './model';
import { looksLikeUnitName } from './parsers/parse-unit-name';
import { parseYesNo } from './parsers/parse-yes-no';

/** Cell of a 1-based row and 0-based column; null when empty. */
export const cellAt = (sheet: SheetCells, row: number, column: number): Cell | null =>
  sheet.rows[row - 1]?.[column] ?? null;

/** What the clerk sees in a cell, near enough to recognise it. */
export const textOf = (cell: Cell | null): string =>
  cell === null ? '' : cell.kind === 'boolean' ? (cell.value ? '是' : '否') : String(cell.value);

export const isMergedAcross = (merge: MergedRange): boolean => merge.right > merge.left;
export const isMergedDown = (merge: MergedRange): boolean => merge.bottom > merge.top;

/** Content that only stands below a heading: numbers, codes, ticks, dates, names of firms. */
export function isDataLike(cell: Cell): boolean {
  if (cell.kind !== 'text') return true;
  const text = String(cell.value).trim();
  if (/^[\d.,，\-/:：+年月日]+$/.test(text) || /^[0-9A-Z]{8,}$/i.test(text)) return true;
  // Longer answers (没有党员) head columns too.
  const answer = text.length <= 3 ? parseYesNo(text) : 'unclear';
  return typeof answer === 'boolean' || answer === 'ditto' || (text.length >= 6 && looksLikeUnitName(text));
}

/** 填报单位：…, 单位：万元, 填报时间：…: lines around a table, not part of it. */
export const isCaption = (text: string): boolean =>
  /^[^:：]{1,12}[:：]/.test(text) || /^(?:填报|填表|报送|制表|统计)(?:单位|人|时间|日期)/.test(text);

export const nonEmpty = (row: readonly (Cell | null)[]): readonly Cell[] =>
  row.filter((cell) => cell !== null);
