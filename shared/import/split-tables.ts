/**
 * Two tables of different kinds on one sheet, one below the other, as sheets of their own. Row numbers stay. Pages
 * of one table, with the heading printed again, stay together.
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
    return starts.length === 0
      ? [sheet]
      : [1, ...starts].map((start, i) => part(sheet, start, starts[i], i, names));
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

function part(
  sheet: SheetCells,
  start: number,
  next: number | undefined,
  index: number,
  names: Set<string>,
): SheetCells {
  const end = (next ?? sheet.rows.length + 1) - 1;
  const isInside = (row: number): boolean => row >= start && row <= end;
  return {
    ...sheet,
    name: index === 0 ? sheet.name : freeName(`${sheet.name}（第${index + 1}张表）`, names),
    rows: sheet.rows.slice(0, end).map((row, i) => (isInside(i + 1) ? row : [])),
    merges: sheet.merges.filter(({ top }) => isInside(top)),
    hiddenRows: sheet.hiddenRows.filter(isInside),
  };
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  while (names.has(name)) name += '·';
  names.add(name);
  return name;
}
