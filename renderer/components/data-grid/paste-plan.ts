/** What a pasted block would do, cell by cell, before anything is written. Pure. */
import type { Block } from './cell-selection';
import { editTextOf, isCellEditable, parseCell } from './cell-text';
import type { CellChange, CellValue, GridColumn, NewRowCells } from './grid-types';

export type PasteOutcome = 'change' | 'same' | 'locked' | 'invalid' | 'new';

export interface PasteCell {
  readonly columnId: string;
  readonly outcome: PasteOutcome;
  /** Text there now; '' for a new row. */
  readonly before: string;
  /** Text pasted, as it came. */
  readonly after: string;
  readonly value: CellValue;
  /** Why it cannot be written (locked, invalid). */
  readonly problem: string | null;
}

export interface PasteRow {
  /** null = below the last row: a new one. */
  readonly rowId: string | null;
  readonly cells: readonly PasteCell[];
}

export interface PastePlan {
  readonly columnIds: readonly string[];
  readonly rows: readonly PasteRow[];
  readonly counts: Readonly<Record<PasteOutcome, number>>;
  /** Pasted columns beyond the last column of the table: left out. */
  readonly droppedColumns: number;
}

export interface PasteTarget<R> {
  /** Shown columns in display order. */
  readonly columns: readonly GridColumn<R>[];
  readonly rows: readonly R[];
  readonly getRowId: (row: R) => string;
  readonly block: Block;
}

const locked = '这一列由系统计算或不能修改，粘贴时跳过。';

/**
 * The block goes where the top left selected cell is. A smaller block fills a larger selection by repeating when
 * the selection is a whole multiple of it, as in Excel.
 */
export function planPaste<R>(cells: readonly (readonly string[])[], target: PasteTarget<R>): PastePlan {
  const source = repeated(cells, target.block);
  const width = Math.max(0, ...source.map((row) => row.length));
  const columns = target.columns.slice(target.block.left, target.block.left + width);
  const rows = source.map((texts, index) => {
    const row = target.rows[target.block.top + index] ?? null;
    return {
      rowId: row === null ? null : target.getRowId(row),
      cells: columns.map((column, at) => planCell(column, texts[at] ?? '', row)),
    };
  });
  return {
    columnIds: columns.map((column) => column.id),
    rows,
    counts: countOutcomes(rows),
    droppedColumns: width - columns.length,
  };
}

function repeated(cells: readonly (readonly string[])[], block: Block): readonly (readonly string[])[] {
  const height = block.bottom - block.top + 1;
  const width = block.right - block.left + 1;
  const sourceWidth = Math.max(1, ...cells.map((row) => row.length));
  if (cells.length === 0 || height % cells.length !== 0 || width % sourceWidth !== 0) return cells;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells[row % cells.length]?.[column % sourceWidth] ?? ''),
  );
}

function planCell<R>(column: GridColumn<R>, after: string, row: R | null): PasteCell {
  const before = row === null ? '' : editTextOf(column, row);
  const base = { columnId: column.id, before, after, value: null };
  const isEditable = row === null ? column.isEditable !== undefined : isCellEditable(column, row);
  if (!isEditable) {
    const isSame = after.trim() === before.trim() || after.trim() === '';
    return { ...base, outcome: isSame ? 'same' : 'locked', problem: isSame ? null : locked };
  }
  const parsed = parseCell(column, after, row);
  if (!parsed.isValid) return { ...base, outcome: 'invalid', problem: parsed.problem };
  const isSame = row !== null && isSameValue(parsed.value, column.value(row));
  const outcome: PasteOutcome = isSame ? 'same' : row === null ? 'new' : 'change';
  return { ...base, outcome, value: parsed.value, problem: null };
}

export function isSameValue(a: CellValue, b: CellValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function countOutcomes(rows: readonly PasteRow[]): Record<PasteOutcome, number> {
  const counts: Record<PasteOutcome, number> = { change: 0, same: 0, locked: 0, invalid: 0, new: 0 };
  for (const row of rows) for (const cell of row.cells) counts[cell.outcome] += 1;
  return counts;
}

export interface PasteChoices {
  /** false: cells that already hold something keep it. */
  readonly isOverwriting: boolean;
  /** false: blank pasted cells leave what is there. */
  readonly isClearing: boolean;
}

/** The changes of existing rows the person agreed to. */
export function changesOf(plan: PastePlan, choices: PasteChoices): CellChange[] {
  return plan.rows.flatMap((row) => {
    const { rowId } = row;
    if (rowId === null) return [];
    return row.cells
      .filter((cell) => cell.outcome === 'change')
      .filter((cell) => choices.isOverwriting || cell.before === '')
      .filter((cell) => choices.isClearing || cell.after.trim() !== '')
      .map((cell) => ({ rowId, columnId: cell.columnId, value: cell.value }));
  });
}

/** Cells of the rows to add; rows with nothing in them are left out. */
export function newRowsOf(plan: PastePlan): NewRowCells[] {
  return plan.rows
    .filter((row) => row.rowId === null)
    .map((row) =>
      Object.fromEntries(
        row.cells
          .filter((cell) => cell.outcome === 'new' && cell.after.trim() !== '')
          .map((cell) => [cell.columnId, cell.value]),
      ),
    )
    .filter((cells) => Object.keys(cells).length > 0);
}
