/** The mouse: click, drag, Shift+click, double click, check boxes and links, all handled once for the whole table. */
import { type MouseEvent, useRef } from 'react';
import { type CellPosition, extendedTo, single } from './cell-selection';
import type { GridState } from './grid-context';
import { finishEditing } from './grid-keys';

function cellUnder(target: EventTarget): CellPosition | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return row === undefined ? null : { row: Number(row), column: column === undefined ? -1 : Number(column) };
}

export function useGridPointer<R>(grid: GridState<R>) {
  const isDragging = useRef(false);
  const lastChecked = useRef<number | null>(null);
  const { editor, props } = grid;
  const focusInput = () => editor.inputRef.current?.focus({ preventScroll: true });

  const onMouseDown = (event: MouseEvent) => {
    const at = cellUnder(event.target);
    if (at === null || event.button !== 0) return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const { editing } = editor;
    const isSame = editing !== null && editing.at.row === at.row && editing.at.column === at.column;
    if (isSame || !finishEditing(grid)) return;
    focusInput();
    if (at.column < 0) {
      selectRow(grid, at.row, event.shiftKey);
      return;
    }
    isDragging.current = true;
    document.addEventListener('mouseup', () => (isDragging.current = false), { once: true });
    grid.select(event.shiftKey && grid.selection !== null ? extendedTo(grid.selection, at) : single(at));
  };

  const onMouseOver = (event: MouseEvent) => {
    if (!isDragging.current || grid.selection === null) return;
    const at = cellUnder(event.target);
    if (at !== null && at.column >= 0) grid.select(extendedTo(grid.selection, at));
  };

  const onDoubleClick = (event: MouseEvent) => {
    const at = cellUnder(event.target);
    if (at === null || at.column < 0) return;
    if (editor.begin(at, 'edit')) return;
    const row = grid.rows[at.row];
    if (row !== undefined) props.onOpenRow?.(props.getRowId(row));
  };

  const onClick = (event: MouseEvent) => {
    const at = cellUnder(event.target);
    if (at === null || !(event.target instanceof HTMLElement)) return;
    if (event.target.dataset['check'] !== undefined) {
      checkRow(grid, at.row, event.shiftKey ? lastChecked.current : null);
      lastChecked.current = at.row;
    } else if (event.target.dataset['link'] !== undefined && !event.shiftKey) {
      const row = grid.rows[at.row];
      if (row !== undefined) props.onOpenRow?.(props.getRowId(row));
    }
  };

  return { onMouseDown, onMouseOver, onDoubleClick, onClick };
}

function selectRow<R>({ select, selection, size }: GridState<R>, row: number, isExtending: boolean): void {
  const anchorRow = isExtending && selection !== null ? selection.active.row : row;
  const active = { row: anchorRow, column: 0 };
  select({ active, anchor: active, focus: { row, column: size.columns - 1 } });
}

/** Shift+click checks or unchecks every row since the last one. */
function checkRow<R>({ props, rows }: GridState<R>, index: number, from: number | null): void {
  const row = rows[index];
  if (row === undefined || props.selectedIds === undefined) return;
  const next = new Set(props.selectedIds);
  const isChecked = !next.has(props.getRowId(row));
  const [first, last] = [Math.min(index, from ?? index), Math.max(index, from ?? index)];
  for (const item of rows.slice(first, last + 1)) {
    if (isChecked) next.add(props.getRowId(item));
    else next.delete(props.getRowId(item));
  }
  props.onSelectedIdsChange?.(next);
}
