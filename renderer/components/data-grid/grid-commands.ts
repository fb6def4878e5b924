/** What a person can do to the selected cells. Each command makes at most one call to the owner: one undo step. */
import { type Block, blockOf, isSingle } from './cell-selection';
import { editTextOf, isBlank, isCellEditable, parseCell } from './cell-text';
import type { GridState } from './grid-context';
import type { CellChange, CellValue, GridColumn } from './grid-types';
import { changesOf, type PastePlan, planPaste } from './paste-plan';
import { formatHtmlTable, formatTsv, parseTsv } from './tsv';
import { isNewValue } from './use-cell-editor';

function* cellsOf<R>(
  { model, rows }: GridState<R>,
  block: Block,
): Generator<{ row: R; column: GridColumn<R> }> {
  for (const row of rows.slice(block.top, block.bottom + 1))
    for (const { column } of model.all.slice(block.left, block.right + 1)) yield { row, column };
}

/**
 * Writes one value into the cell being edited, or with `isWholeBlock` into every editable selected cell.
 * @returns until it is saved; null = nothing to save
 */
export function commitValue<R>(
  grid: GridState<R>,
  value: CellValue,
  isWholeBlock: boolean,
): Promise<void> | null {
  const at = grid.editor.editing?.at;
  const cell = at === undefined ? null : grid.cellAt(at);
  if (cell === null || grid.selection === null) return null;
  const targets = isWholeBlock ? [...cellsOf(grid, blockOf(grid.selection))] : [cell];
  const changes = targets
    .filter(({ row, column }) => column.kind.type === cell.column.kind.type && isCellEditable(column, row))
    .filter(({ row, column }) => isNewValue(column, row, value))
    .map(({ row, column }) => changeOf(grid, row, column, value));
  if (changes.length === 0) return null;
  return grid.props.onCommitCells?.(changes, changes.length > 1 ? 'filled' : 'typed') ?? null;
}

const changeOf = <R>(
  { props }: GridState<R>,
  row: R,
  column: GridColumn<R>,
  value: CellValue,
): CellChange => ({ rowId: props.getRowId(row), columnId: column.id, value });

/** Delete: empties what may be empty; cells that must hold something keep it. */
export function clearBlock<R>(grid: GridState<R>): void {
  if (grid.selection === null || grid.props.onCommitCells === undefined) return;
  const changes: CellChange[] = [];
  for (const { row, column } of cellsOf(grid, blockOf(grid.selection))) {
    if (!isCellEditable(column, row) || isBlank(column.value(row))) continue;
    const empty = parseCell(column, '', row);
    if (empty.isValid) changes.push(changeOf(grid, row, column, empty.value));
  }
  if (changes.length > 0) void grid.props.onCommitCells(changes, 'cleared');
}

/** Ctrl+D: the top row of the block into the rows below it. */
export function fillDown<R>(grid: GridState<R>): void {
  if (grid.selection === null || grid.props.onCommitCells === undefined) return;
  const block = blockOf(grid.selection);
  const top = grid.rows[block.top];
  if (top === undefined || block.top === block.bottom) return;
  const changes = [...cellsOf(grid, { ...block, top: block.top + 1 })]
    .filter(({ row, column }) => isCellEditable(column, row) && isNewValue(column, row, column.value(top)))
    .map(({ row, column }) => changeOf(grid, row, column, column.value(top)));
  if (changes.length > 0) void grid.props.onCommitCells(changes, 'filled');
}

/** Puts the block on the clipboard as tab separated text and as a table. */
export function copyBlock<R>(grid: GridState<R>, clipboard: DataTransfer): void {
  if (grid.selection === null) return;
  const { left, right, top, bottom } = blockOf(grid.selection);
  const columns = grid.model.all.slice(left, right + 1);
  const texts = grid.rows
    .slice(top, bottom + 1)
    .map((row) => columns.map(({ column }) => editTextOf(column, row)));
  clipboard.setData('text/plain', formatTsv(texts));
  clipboard.setData('text/html', formatHtmlTable(texts));
}

/**
 * Plans a paste. One readable cell is written at once, as in Excel; anything larger, or with a problem, comes
 * back as a plan to confirm.
 */
export function pasteText<R>(grid: GridState<R>, text: string): PastePlan | null {
  if (grid.selection === null || grid.props.onCommitCells === undefined || text === '') return null;
  const plan = planPaste(parseTsv(text), {
    columns: grid.model.all.map(({ column }) => column),
    rows: grid.rows,
    getRowId: grid.props.getRowId,
    block: blockOf(grid.selection),
  });
  const isOneCell = isSingle(grid.selection) && plan.rows.length === 1 && plan.columnIds.length === 1;
  const hasTrouble = plan.counts.invalid + plan.counts.locked + plan.counts.new + plan.droppedColumns > 0;
  if (!isOneCell || hasTrouble) return plan;
  const changes = changesOf(plan, { isOverwriting: true, isClearing: true });
  if (changes.length > 0) void grid.props.onCommitCells(changes, 'pasted');
  return null;
}

/** Space: checks or unchecks the rows of the block. */
export function toggleRows<R>({ props, rows, selection }: GridState<R>): void {
  if (selection === null || props.selectedIds === undefined) return;
  const { top, bottom } = blockOf(selection);
  const ids = rows.slice(top, bottom + 1).map(props.getRowId);
  const next = new Set(props.selectedIds);
  const isAll = ids.every((id) => next.has(id));
  for (const id of ids) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  props.onSelectedIdsChange?.(next);
}
