/**
 * Several tables on one sheet as sheets of their own: of different kinds one below the other, or side by side.
 * Rows and columns keep their numbers. Pages of one table, with the heading printed again, stay together.
 */
import { isKnownHeading } from './columns/field-catalogue';
import { headingKey } from './columns/heading-key';
import type { Cell, SheetCells } from './model';
import { isCaption, isDataLike, nonEmpty, textOf } from './sheet-view';

type Row = readonly (Cell | null)[];

interface Heading {
  readonly row: number;
  readonly keys: ReadonlySet<string>;
}

/** Fewer known headings than this may be chance: 姓名 and 备注 stand in notes too. */
const leastHeadings = 4;

export function splitTables(sheets: readonly SheetCells[]): readonly SheetCells[] {
  const names = new Set(sheets.map(({ name }) => name));
  return sheets.flatMap((sheet) => {
    const starts = tableStarts(sheet);
    const below =
      starts.length === 0 ? [sheet] : [1, ...starts].map((start, i) => part(sheet, start, starts[i]));
    return below
      .flatMap(splitAcross)
      .map((one, i) =>
        i === 0 ? one : { ...one, name: freeName(`${sheet.name}（第${i + 1}张表）`, names) },
      );
  });
}

/** First rows of the second and later tables, with the titles above their headings. */
function tableStarts(sheet: SheetCells): number[] {
  let current: Heading | null = null;
  const starts: number[] = [];
  for (let row = 1; row <= sheet.rows.length; row++) {
    const keys = headingKeys(sheet.rows[row - 1] ?? []);
    if (keys === null) continue;
    const heading: Heading = { row, keys };
    const start: number = current === null ? row : startOf(sheet, row, current.row);
    if (current !== null && start < row && isOther(current.keys, keys)) starts.push(start);
    if (current === null || start < row) current = heading;
  }
  return starts;
}

function headingKeys(row: Row): ReadonlySet<string> | null {
  const cells = nonEmpty(row);
  if (cells.length < leastHeadings || cells.some((cell) => cell.kind !== 'text' || isDataLike(cell)))
    return null;
  const keys = cells.map((cell) => headingKey(textOf(cell)));
  const known = new Set(keys.filter(isKnownHeading));
  return known.size >= leastHeadings && known.size * 3 >= keys.length * 2 ? known : null;
}

/** Most of the headings are others: not the same table on its next page. */
const isOther = (before: ReadonlySet<string>, keys: ReadonlySet<string>): boolean =>
  [...keys].filter((key) => before.has(key)).length * 2 < Math.min(before.size, keys.size);

/** The row itself when records stand directly above it; else the first of its titles, below the last empty row. */
function startOf(sheet: SheetCells, heading: number, after: number): number {
  let start = heading;
  while (start - 1 > after && isTitle(sheet.rows[start - 2] ?? [])) start -= 1;
  const isApart = nonEmpty(sheet.rows[start - 2] ?? []).length === 0;
  return isApart ? start - 1 : start;
}

const isTitle = (row: Row): boolean => {
  const cells = nonEmpty(row);
  return cells.length > 0 && (cells.length === 1 || cells.every((cell) => isCaption(textOf(cell))));
};

function part(sheet: SheetCells, start: number, next: number | undefined): SheetCells {
  const end = (next ?? sheet.rows.length + 1) - 1;
  const isInside = (row: number): boolean => row >= start && row <= end;
  return {
    ...sheet,
    rows: sheet.rows.slice(0, end).map((row, i) => (isInside(i + 1) ? row : [])),
    merges: sheet.merges.filter(({ top }) => isInside(top)),
    hiddenRows: sheet.hiddenRows.filter(isInside),
  };
}

/** Tables side by side, each with the titles above both of them. */
function splitAcross(sheet: SheetCells): readonly SheetCells[] {
  const row = sheet.rows.slice(0, rowsToSearch).findIndex((cells) => rightHalf(cells) !== null);
  const start = rightHalf(sheet.rows[row] ?? []);
  if (start === null) return [sheet];
  const left = columnsOf(sheet, row, 0, start);
  return [left, ...splitAcross(columnsOf(sheet, row, start, sheet.columnCount))];
}

/** Column in which the headings begin anew: those of the left half again, or another table's with its own 序号. */
function rightHalf(row: Row): number | null {
  if (nonEmpty(row).length < 2 * leastAcross || row.length > widestSplit) return null;
  const keys = row.map((cell) =>
    cell?.kind === 'text' && !isDataLike(cell) ? headingKey(textOf(cell)) : '',
  );
  const first = keys.findIndex((key) => key !== '');
  for (let start = first + leastAcross; start <= keys.length - leastAcross; start++) {
    const [before, after] = [keys.slice(first, start).filter(Boolean), keys.slice(start).filter(Boolean)];
    if (
      keys[start] !== keys[first] ||
      [before, after].some((half) => half.filter(isKnownHeading).length < leastAcross)
    )
      continue;
    const isSame = before.every((key, i) => key === after[i]);
    if (isSame || (keys[start - 1] === '' && isSerial(keys[start] ?? ''))) return start;
  }
  return null;
}
const leastAcross = 3;
/** Headings stand among the first rows, and a wider sheet has a stray cell far out. */
const rowsToSearch = 40;
const widestSplit = 200;
const isSerial = (key: string): boolean => /^(?:序号|编号|序)$/.test(key);

/** Titles over the whole width go with either half. */
function columnsOf(sheet: SheetCells, heading: number, from: number, to: number): SheetCells {
  const isInside = (column: number): boolean => column >= from && column < to;
  const rows = sheet.rows.map((row, i) =>
    i < heading && nonEmpty(row).length === 1
      ? row
      : row.slice(0, to).map((cell, column) => (isInside(column) ? cell : null)),
  );
  return {
    ...sheet,
    rows,
    columnCount: to,
    merges: sheet.merges.filter(({ left }) => isInside(left)),
    hiddenColumns: sheet.hiddenColumns.filter(isInside),
  };
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  while (names.has(name)) name += '·';
  names.add(name);
  return name;
}
