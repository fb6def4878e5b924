/** What step 04 hands to the steps after it: rows of typed values, still by column, not yet records. */
import type { Cell, FieldValue, ImportProblem, ReadColumn, SheetCells, SheetKind, SkippedRow } from './model';

export interface ParsedRow {
  readonly row: number;
  readonly isHidden: boolean;
  /** Field path with its record (`unit.uscc`, `partyOrg.foundedOn`, `row.site`) → value. */
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Fields a problem has been raised for at this row. */
  readonly doubtful: ReadonlySet<string>;
  /** Village named by a line of its own above the row. */
  readonly section: string | null;
}

/** A 合计 or 小计 row, kept to be compared with our own sum (H6, H34). */
export interface TotalRow {
  readonly row: number;
  readonly label: string;
  readonly isSubtotal: boolean;
}

/** A sheet on its way through the steps. */
export interface SheetInWork {
  readonly cells: SheetCells;
  readonly kind: SheetKind;
  readonly headerRows: readonly number[];
  readonly columns: readonly ReadColumn[];
}

export interface ParsedSheet extends SheetInWork {
  readonly rows: readonly ParsedRow[];
  readonly totals: readonly TotalRow[];
  readonly skippedRows: readonly SkippedRow[];
  readonly problems: readonly ImportProblem[];
}

/** Column a field was read from; of a one-of group the first. */
export const columnOf = (sheet: SheetInWork, field: string): ReadColumn | null =>
  sheet.columns.find((column) => column.field === field) ?? null;

export const cellOf = (sheet: SheetInWork, row: number, field: string): Cell | null => {
  const column = columnOf(sheet, field);
  return column === null ? null : (sheet.cells.rows[row - 1]?.[column.index] ?? null);
};
