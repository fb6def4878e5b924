/**
 * A table on its side: the headings stand below each other in one column, and every further column is a record. It
 * is turned, so that a row is a record again; row 2 of the turned table is column B of the file.
 */

import { nameFields } from './classify-rows';
import { fieldsOf, isKnownHeading } from './columns/field-catalogue';
import { headingKey } from './columns/heading-key';
import { type Cell, type MergedRange, type SheetCells, sheetKinds } from './model';
import { isCaption, isDataLike, textOf } from './sheet-view';

/** Fewer headings below each other than this may be a form or a list of topics. */
const leastHeadings = 4;
/** Headings stand in one of the first columns, and a ledger never asks for more than this. */
const columnsToSearch = 3;
const rowsToSearch = 120;

interface SideHeading {
  readonly column: number;
  /** 1-based, first and last row with a heading. */
  readonly top: number;
  readonly bottom: number;
  readonly known: number;
}

export function turnTable(sheet: SheetCells): SheetCells {
  const side = sheet.rows.length > rowsToSearch ? null : findSideHeading(sheet);
  return side === null ? sheet : turn(sheet, side);
}

function findSideHeading(sheet: SheetCells): SideHeading | null {
  const columns = Array.from({ length: Math.min(columnsToSearch, sheet.columnCount) }, (_, i) => i);
  const sides = columns.flatMap((column) => sideHeadingAt(sheet, column) ?? []);
  const best = sides.sort((a, b) => b.known - a.known)[0];
  if (best === undefined) return null;
  const widest = Math.max(0, ...sheet.rows.map((row) => knownIn(row).size));
  return best.known > widest * 1.5 && hasRecords(sheet, best) ? best : null;
}

const keyOf = (cell: Cell | null): string => (cell?.kind === 'text' ? headingKey(textOf(cell)) : '');
const isHeading = (cell: Cell | null): boolean =>
  cell !== null && !isDataLike(cell) && !isCaption(textOf(cell)) && isKnownHeading(keyOf(cell));
const knownIn = (cells: readonly (Cell | null)[]): ReadonlySet<string> =>
  new Set(cells.filter(isHeading).map(keyOf));

const names = new Set(
  sheetKinds.flatMap((kind) =>
    fieldsOf(kind)
      .headings.filter(({ spec }) => spec.field === nameFields[kind])
      .map(({ leaf }) => leaf),
  ),
);

/** Most cells of the column are headings, and one of them asks for a name. */
function sideHeadingAt(sheet: SheetCells, column: number): SideHeading | null {
  const cells = sheet.rows.map((row) => row[column] ?? null);
  const rows = cells.flatMap((cell, i) => (isHeading(cell) ? [i + 1] : []));
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  const filled = cells.slice(top - 1, bottom).filter((cell) => cell !== null).length;
  const known = knownIn(cells);
  const isNamed = [...known].some((key) => names.has(key));
  return known.size >= leastHeadings && isNamed && rows.length * 5 >= filled * 3
    ? { column, top, bottom, known: known.size }
    : null;
}

/** Beside the headings stands what they ask for, and no second column of headings as in a form. */
function hasRecords(sheet: SheetCells, { column, top, bottom }: SideHeading): boolean {
  const beside = sheet.rows.slice(top - 1, bottom).flatMap((row) => row.slice(column + 1));
  const filled = beside.filter((cell) => cell !== null);
  return filled.length > 0 && filled.filter(isHeading).length * 5 < filled.length;
}

function turn(sheet: SheetCells, { column, top, bottom }: SideHeading): SheetCells {
  const lines = sheet.rows.slice(top - 1, bottom);
  const width = Math.max(...lines.map((line) => line.length));
  const rows = Array.from({ length: width }, (_, i) =>
    i < column ? [] : lines.map((line) => line[i] ?? null),
  );
  const isInside = (merge: MergedRange): boolean =>
    merge.top >= top && merge.bottom <= bottom && merge.left >= column;
  return {
    ...sheet,
    isTurned: true,
    rows,
    columnCount: lines.length,
    merges: sheet.merges.filter(isInside).map((merge) => ({
      top: merge.left + 1,
      bottom: merge.right + 1,
      left: merge.top - top,
      right: merge.bottom - top,
    })),
    hiddenRows: sheet.hiddenColumns.filter((index) => index >= column).map((index) => index + 1),
    hiddenColumns: sheet.hiddenRows.filter((row) => row >= top && row <= bottom).map((row) => row - top),
  };
}
