/** What follows from a new selection: the cell comes into view, the owner hears of it, `goTo` is obeyed. */
import { type RefObject, useEffect, useRef } from 'react';
import { single } from './cell-selection';
import type { GridState } from './grid-context';
import { revealed } from './grid-layout';
import { insetsOf } from './use-active-place';
import type { GridMetrics } from './use-grid-state';

export function useGridEffects<R>(
  grid: GridState<R>,
  scroller: RefObject<HTMLDivElement | null>,
  metrics: GridMetrics,
): void {
  const { selection, chosen, props, rows } = grid;
  const { onActiveCellChange, onShownRowsChange, goTo } = props;
  // Effects below run for one reason each; this is how they see the rest as it is now.
  const latest = useRef({ grid, metrics });
  latest.current = { grid, metrics };

  const focusRow = selection?.focus.row;
  const focusColumn = selection?.focus.column;
  useEffect(() => {
    const element = scroller.current;
    const { grid: now, metrics: sizes } = latest.current;
    const placed = focusColumn === undefined ? undefined : now.model.all[focusColumn];
    if (element === null || focusRow === undefined || placed === undefined) return;
    const box = {
      top: focusRow * sizes.rowHeight,
      height: sizes.rowHeight,
      left: placed.start,
      width: placed.width,
      isPinned: placed.isPinned,
    };
    const { top, left } = revealed(element, box, insetsOf(now, sizes));
    if (top !== element.scrollTop || left !== element.scrollLeft) element.scrollTo({ top, left });
  }, [scroller, focusRow, focusColumn]);

  const rowId = chosen?.rowId;
  const columnId = chosen?.columnId;
  useEffect(() => {
    onActiveCellChange?.(rowId === undefined || columnId === undefined ? null : { rowId, columnId });
  }, [onActiveCellChange, rowId, columnId]);

  useEffect(() => onShownRowsChange?.(rows), [onShownRowsChange, rows]);

  useEffect(() => {
    if (goTo == null) return;
    const { grid: now } = latest.current;
    const row = now.rows.findIndex((item) => now.props.getRowId(item) === goTo.rowId);
    const column = now.model.all.findIndex((placed) => placed.column.id === goTo.columnId);
    if (row >= 0) now.select(single({ row, column: Math.max(0, column) }));
  }, [goTo]);
}
