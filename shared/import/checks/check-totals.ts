/** 合计 and 小计 rows are not imported, but compared with our own sums (H6, H34). */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { ValidationContext } from '../05-validate-rows';
import { nameFields } from '../classify-rows';
import { factorOf } from '../column-factor';
import { fieldsOf, labelOf } from '../columns/field-catalogue';
import type { FieldSpec } from '../columns/field-spec';
import type { ImportProblem, ReadColumn } from '../model';
import type { ParsedRow, ParsedSheet, TotalRow } from '../parsed-rows';
import { parseNumber } from '../parsers/parse-number';
import { atCell } from '../place';
import { isCounted, readCell } from '../readers/read-cell';
import { textOf } from '../sheet-view';

interface SummedColumn {
  readonly column: ReadColumn;
  readonly spec: FieldSpec;
  /** The name column of a total row holds the number of rows. */
  readonly isCountOfRows: boolean;
}

export function checkTotals(sheet: ParsedSheet, context: ValidationContext): readonly ImportProblem[] {
  const columns = summedColumns(sheet);
  const found: ImportProblem[] = [];
  let since = 0;
  for (const total of sheet.totals) {
    const own = sheet.rows.filter(({ row }) => row > since && row < total.row);
    const all = sheet.rows.filter(({ row }) => row < total.row);
    const page = sheet.skippedRows.findLast(({ row, why }) => why === 'repeatedHeader' && row < total.row);
    const onPage = sheet.rows.filter(({ row }) => row > Math.max(since, page?.row ?? 0) && row < total.row);
    // A grand total counts everything above it, a subtotal what follows the one before; either may be meant.
    const ranges = total.isSubtotal ? [own, all, onPage] : [all, own, onPage];
    for (const summed of columns) {
      const problem = compare(sheet, total, summed, ranges, context);
      if (problem) found.push(problem);
    }
    since = total.row;
  }
  return found;
}

function summedColumns(sheet: ParsedSheet): SummedColumn[] {
  return sheet.columns.flatMap((column): SummedColumn[] => {
    const spec = column.field === null ? undefined : fieldsOf(sheet.kind).byField.get(column.field);
    if (!spec || column.code !== null) return [];
    const isCountOfRows = column.field === nameFields[sheet.kind];
    return isCountOfRows || isCounted(spec.parse) ? [{ column, spec, isCountOfRows }] : [];
  });
}

function compare(
  sheet: ParsedSheet,
  total: TotalRow,
  { column, spec, isCountOfRows }: SummedColumn,
  ranges: readonly (readonly ParsedRow[])[],
  context: ValidationContext,
): ImportProblem | null {
  const cell = sheet.cells.rows[total.row - 1]?.[column.index] ?? null;
  if (cell === null || cell.kind === 'error' || textOf(cell).trim() === total.label) return null;
  const reading = isCountOfRows
    ? parseNumber(textOf(cell)).value
    : readCell(cell, spec, { ...context, factor: factorOf(sheet, column, spec), above: null }).values[
        spec.field
      ];
  if (typeof reading !== 'number') return null;
  const sums = ranges.map((rows) => (isCountOfRows ? rows.length : sumOf(sheet, rows, column, spec)));
  // A row whose cell could not be read makes our own sum worthless.
  if (sums.some((sum) => sum === null)) return null;
  const isMet = sums.some((sum) => Math.abs((sum ?? 0) - reading) < 0.01) || isMetWithoutHidden();
  if (isMet) return null;
  const counted = Math.round((sums[0] ?? 0) * 100) / 100;
  const label = isCountOfRows ? '户数' : labelOf(spec.field);
  return atCell(
    total.row,
    column,
    cell,
    problems.totalDiffers({ written: reading, counted, label: `${total.label}的${label}` }, spec.field),
  );

  function isMetWithoutHidden(): boolean {
    const visible = ranges[0]?.filter(({ isHidden }) => !isHidden) ?? [];
    if (visible.length === ranges[0]?.length) return false;
    const sum = isCountOfRows ? visible.length : sumOf(sheet, visible, column, spec);
    return typeof reading === 'number' && sum !== null && Math.abs(sum - reading) < 0.01;
  }
}

/** null when a filled cell gave no number. */
function sumOf(
  sheet: ParsedSheet,
  rows: readonly ParsedRow[],
  column: ReadColumn,
  spec: FieldSpec,
): number | null {
  let sum = 0;
  for (const { row, values } of rows) {
    const value = values[spec.field];
    if (typeof value === 'number') sum += value;
    else if ((sheet.cells.rows[row - 1]?.[column.index] ?? null) !== null) return null;
  }
  return sum;
}
