/**
 * Step 01. Where the heading of a table stands: below titles, 填报单位 lines and blank rows (H1), over one to
 * four rows (H2). The row with the most known labels wins and grows over what merges and sub-headings tie to it.
 */

import { isKnownHeading, isKnownSubheading } from './columns/field-catalogue';
import { headingKey } from './columns/heading-key';
import { fieldByRule } from './columns/heading-rules';
import type { Cell, SheetCells } from './model';
import { cellAt, isCaption, isDataLike, isMergedAcross, isMergedDown, nonEmpty, textOf } from './sheet-view';

export interface FoundHeader {
  /** 1-based, in order; empty = not found. */
  readonly rows: readonly number[];
}

/** A heading further down than this many filled rows has not been met. */
const filledRowsToSearch = 40;
const maxHeaderRows = 4;
/** Longer texts are notes. */
const longestHeading = 20;

interface RowScore {
  readonly row: number;
  readonly known: number;
  readonly score: number;
}

export function findHeader(sheet: SheetCells): FoundHeader {
  let best: RowScore | null = null;
  let filled = 0;
  for (let row = 1; row <= sheet.rows.length && filled < filledRowsToSearch; row++) {
    const cells = nonEmpty(sheet.rows[row - 1] ?? []);
    if (cells.length === 0) continue;
    filled += 1;
    const score = scoreRow(row, cells);
    if (best === null || score.score > best.score) best = score;
  }
  if (best === null || best.known < 2) return { rows: [] };
  return { rows: growBlock(sheet, best.row) };
}

function scoreRow(row: number, cells: readonly Cell[]): RowScore {
  const keys = new Set<string>();
  const understood = new Set<string>();
  let data = 0;
  for (const cell of cells) {
    const key = cell.kind === 'text' ? headingKey(textOf(cell)) : '';
    if (key !== '' && isKnownHeading(key) && !isCaption(textOf(cell))) keys.add(key);
    else if (isDataLike(cell)) data += 1;
    else if (key.length <= longestHeading && fieldByRule('units', [key]) !== null) understood.add(key);
  }
  // Words a rule understands may stand in records and notes, too.
  const known = keys.size + understood.size / 2;
  return { row, known, score: known - data };
}

function growBlock(sheet: SheetCells, start: number): number[] {
  let [top, bottom] = [start, start];
  while (bottom - top + 1 < maxHeaderRows && isPartAbove(sheet, top)) top -= 1;
  while (bottom - top + 1 < maxHeaderRows && isPartBelow(sheet, top, bottom)) bottom += 1;
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

const isTied = (sheet: SheetCells, upper: number): boolean =>
  sheet.merges.some(
    (merge) =>
      isMergedDown(merge) &&
      merge.top <= upper &&
      merge.bottom > upper &&
      headingKey(textOf(cellAt(sheet, merge.top, merge.left))) !== '',
  );

/** The row above belongs to the heading when merges tie it or it holds group headings. */
function isPartAbove(sheet: SheetCells, top: number): boolean {
  const above = top - 1;
  const cells = nonEmpty(sheet.rows[above - 1] ?? []);
  if (cells.length === 0) return isTied(sheet, above);
  if (cells.some((cell) => cell.kind !== 'text' || isCaption(textOf(cell)))) return false;
  if (isTied(sheet, above)) return true;
  if (cells.length < 2 || cells.some(isDataLike)) return false;
  const known = cells.filter((cell) => isKnownHeading(headingKey(textOf(cell)))).length;
  const groups = sheet.merges.filter(
    (merge) =>
      merge.top === above && isMergedAcross(merge) && merge.right - merge.left < widthOf(sheet, top) * 0.6,
  ).length;
  return known >= 1 || groups >= 1;
}

/** Columns from the first to the last filled one: a table may begin far to the right. */
function widthOf(sheet: SheetCells, row: number): number {
  const cells = sheet.rows[row - 1] ?? [];
  return (
    cells.length -
    Math.max(
      0,
      cells.findIndex((cell) => cell !== null),
    )
  );
}

/** The row below belongs to it when merges tie it, or it only holds sub-headings under group cells. */
function isPartBelow(sheet: SheetCells, top: number, bottom: number): boolean {
  const below = bottom + 1;
  if (below > sheet.rows.length) return false;
  const row = sheet.rows[below - 1] ?? [];
  const cells = nonEmpty(row);
  // A tied row with data in it is a merge that reaches one row too far.
  if (isTied(sheet, bottom) && (!cells.some(isDataLike) || isAnswerPair(cells.filter(isDataLike))))
    return true;
  if (cells.length === 0 || cells.some(isDataLike)) return false;
  const headings = cells.filter((cell) => isKnownHeading(headingKey(textOf(cell)))).length;
  // 姓名 and 联系电话 are never content: such a row is a heading even under a group of one column.
  if (headings >= 2 && headings * 5 >= cells.length * 4) return true;
  if (isOnlySubheadings(sheet, bottom, row, cells)) return true;
  const isUnderGroup = row.every((cell, column) => cell === null || hasRoomAbove(sheet, top, bottom, column));
  if (!isUnderGroup) return false;
  const known = cells.filter((cell) => isKnownSubheading(headingKey(textOf(cell)))).length;
  return known * 2 >= cells.length;
}

/** 有 | 无 under 党组织, 是 | 否 under 是否规上: columns for either answer, and nothing else that looks like data. */
const isAnswerPair = (cells: readonly Cell[]): boolean =>
  /^(?:是否|有无|√×)+$/.test(cells.map((cell) => textOf(cell).trim()).join(''));

/** Sub-headings whose groups were never merged: every cell is one, and number and name stay empty beside them. */
function isOnlySubheadings(
  sheet: SheetCells,
  bottom: number,
  row: readonly (Cell | null)[],
  cells: readonly Cell[],
): boolean {
  const first = (sheet.rows[bottom - 1] ?? []).findIndex((cell) => cell !== null);
  if (row[first] != null || (cells.length === 1 && totalWord.test(textOf(cells[0] ?? null)))) return false;
  return cells.every((cell) => {
    const key = headingKey(textOf(cell));
    return isKnownSubheading(key) || plainSubheading.test(key);
  });
}
const plainSubheading = /^(?:合计|总数|总计|小计|人数|数量|户数|时间|日期|金额|计划|实际|次数|情况)$/;
const totalWord = /[合总小]计/;

/** Above this cell stands a group heading that spans several columns, or nothing (its span was not merged). */
function hasRoomAbove(sheet: SheetCells, top: number, bottom: number, column: number): boolean {
  const isSpanned = sheet.merges.some(
    (merge) =>
      merge.top <= bottom &&
      merge.bottom >= top &&
      merge.left <= column &&
      merge.right >= column &&
      isMergedAcross(merge),
  );
  if (isSpanned || cellAt(sheet, bottom, column) === null) return true;
  // Unmerged group: its own cell is filled and the next one beside it is empty.
  return cellAt(sheet, bottom, column + 1) === null && column + 1 < sheet.columnCount;
}
