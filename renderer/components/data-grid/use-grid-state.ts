/** Everything one grid knows on a render, assembled from its parts. */
import { useCallback, useMemo, useRef } from 'react';
import type { CellPosition } from './cell-selection';
import type { GridState } from './grid-context';
import { headerHeight, rowHeadWidth, rowHeights, rowNumberWidth, totalsHeight } from './grid-layout';
import type { DataGridProps } from './grid-types';
import { useCellEditor } from './use-cell-editor';
import { useColumnModel } from './use-column-model';
import { useGridSelection } from './use-grid-selection';
import { useShowAfter } from './use-show-after';
import { useShownRows } from './use-shown-rows';

/** Pixel sizes at the present density and text size. */
export interface GridMetrics {
  readonly scale: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly totalsHeight: number;
  readonly headWidth: number;
}

// 17 px instead of 14 px: the root font size grows by this much, and rows with it.
const largeTextScale = 17 / 14;

export function useGridMetrics<R>(props: DataGridProps<R>): GridMetrics {
  const { density = 'normal' } = props;
  const scale = props.isLargeText === true ? largeTextScale : 1;
  const rowHeight = Math.round(rowHeights[props.view.density ?? density] * scale);
  const headWidth = Math.round((props.selectedIds === undefined ? rowNumberWidth : rowHeadWidth) * scale);
  const hasTotals = props.hasTotals === true;
  return useMemo(
    () => ({
      scale,
      rowHeight,
      headerHeight: Math.round(headerHeight * scale),
      totalsHeight: hasTotals ? Math.round(totalsHeight * scale) : 0,
      headWidth,
    }),
    [scale, rowHeight, headWidth, hasTotals],
  );
}

export function useGridState<R>(props: DataGridProps<R>, metrics: GridMetrics) {
  const { getRowId, onCommitCells } = props;
  const scroller = useRef<HTMLDivElement | null>(null);
  const model = useColumnModel(props.columns, props.view, metrics.headWidth, metrics.scale);
  const rows = useShownRows(props);
  const columnIds = useMemo(() => model.all.map(({ column }) => column.id), [model]);
  const rowIdAt = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? undefined : getRowId(row);
    },
    [rows, getRowId],
  );
  const keys = useMemo(
    () => ({ rowCount: rows.length, rowIdAt, columnIds }),
    [rows.length, rowIdAt, columnIds],
  );
  const selected = useGridSelection(keys);
  const cellAt = useCallback(
    (at: CellPosition) => {
      const row = rows[at.row];
      const column = model.all[at.column]?.column;
      return row === undefined || column === undefined ? null : { row, column };
    },
    [rows, model],
  );
  const editor = useCellEditor({ cellAt, isReadOnly: onCommitCells === undefined });
  const showAfter = useShowAfter();
  const pageRows = () => {
    const height = scroller.current?.clientHeight ?? 0;
    const free = height - metrics.headerHeight - metrics.totalsHeight;
    return Math.max(1, Math.floor(free / metrics.rowHeight) - 1);
  };
  const size = { rows: rows.length, columns: columnIds.length };
  const grid: GridState<R> = { ...selected, props, model, rows, size, editor, showAfter, cellAt, pageRows };
  return { grid, scroller };
}
