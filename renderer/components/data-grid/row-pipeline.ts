/** From all rows to the rows shown: sort once, then filter. Pure, and quick enough to run on every keystroke. */
import { formatNumber } from '@shared/lib/format-number';
import { squeeze } from '@shared/lib/text';
import { compareValues, isBlank, textOf } from './cell-text';
import type { CellValue, ColumnFilter, ColumnSort, GridColumn } from './grid-types';

type Columns<R> = readonly GridColumn<R>[];
const columnOf = <R>(columns: Columns<R>, id: string) => columns.find((column) => column.id === id);

/** Blanks come last in either direction; ties keep the order given. */
export function sortRows<R>(
  rows: readonly R[],
  columns: Columns<R>,
  sort: readonly ColumnSort[],
): readonly R[] {
  const keys = sort.flatMap(({ columnId, isDescending }) => {
    const column = columnOf(columns, columnId);
    return column === undefined ? [] : [{ column, sign: isDescending ? -1 : 1 }];
  });
  if (keys.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, values: keys.map(({ column }) => column.value(row)) }));
  keyed.sort((a, b) => {
    for (const [i, { column, sign }] of keys.entries()) {
      const order = compareCells(column, a.values[i] ?? null, b.values[i] ?? null, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

function compareCells<R>(column: GridColumn<R>, a: CellValue, b: CellValue, sign: number): number {
  const [isABlank, isBBlank] = [isBlank(a), isBlank(b)];
  if (isABlank || isBBlank) return Number(isABlank) - Number(isBBlank);
  return sign * compareValues(column.kind, a, b);
}

/** True when every column filter lets the row through. Filters on unknown columns are ignored. */
export function buildFilter<R>(
  columns: Columns<R>,
  filters: Readonly<Record<string, ColumnFilter>>,
): ((row: R) => boolean) | null {
  const tests = Object.entries(filters).flatMap(([id, filter]) => {
    const column = columnOf(columns, id);
    return column === undefined ? [] : [buildColumnTest(column, filter)];
  });
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

function buildColumnTest<R>(column: GridColumn<R>, filter: ColumnFilter): (row: R) => boolean {
  const test = buildValueTest(column, filter);
  return (row) => test(column.value(row));
}

function buildValueTest<R>(column: GridColumn<R>, filter: ColumnFilter): (value: CellValue) => boolean {
  switch (filter.type) {
    case 'blank':
      return isBlank;
    case 'filled':
      return (value) => !isBlank(value);
    case 'contains': {
      const wanted = squeeze(filter.text).toLowerCase();
      return (value) => squeeze(textOf(column.kind, value)).toLowerCase().includes(wanted);
    }
    case 'range':
      return (value) =>
        typeof value === 'number' &&
        (filter.min === null || value >= filter.min) &&
        (filter.max === null || value <= filter.max);
    case 'days':
      return (value) => typeof value === 'string' && isWithinDays(value, filter.from, filter.to);
    case 'oneOf': {
      const wanted = new Set(filter.values);
      return (value) => codesOf(value).some((code) => wanted.has(code));
    }
  }
}

/** A partial day counts as its whole month or year: 2024 is within 2024-03 … 2024-05. */
function isWithinDays(day: string, from: string | null, to: string | null): boolean {
  const startsBy = to === null || day.slice(0, to.length) <= to;
  const endsFrom = from === null || day >= from || from.startsWith(day);
  return startsBy && endsFrom;
}

/** Blank is the code ''. */
function codesOf(value: CellValue): readonly string[] {
  if (isBlank(value)) return [''];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [String(value)];
}

/** Text under each column that has a total, over the rows given. */
export function totalsOf<R>(rows: readonly R[], columns: Columns<R>): ReadonlyMap<string, string> {
  const totals = new Map<string, string>();
  for (const column of columns) {
    if (column.total === undefined) continue;
    if (typeof column.total === 'function') totals.set(column.id, column.total(rows));
    else totals.set(column.id, column.total === 'sum' ? sumOf(rows, column) : filledOf(rows, column));
  }
  return totals;
}

function sumOf<R>(rows: readonly R[], column: GridColumn<R>): string {
  let sum = 0;
  for (const row of rows) {
    const value = column.value(row);
    if (typeof value === 'number') sum += value;
  }
  // Amounts have at most four decimals; adding floats must not show 0.30000000000000004.
  return formatNumber(Number(sum.toFixed(4)));
}

const filledOf = <R>(rows: readonly R[], column: GridColumn<R>): string =>
  `${formatNumber(rows.reduce((count, row) => count + (isBlank(column.value(row)) ? 0 : 1), 0))} 项`;
