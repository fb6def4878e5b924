/** Which rows and columns are on the screen. Both directions are virtual; pinned columns are always there. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo } from 'react';
import type { ColumnModel, PlacedColumn } from './use-column-model';

interface VisiblePart<R> {
  /** Row indexes with their distance from the first row's top edge. */
  readonly rows: readonly { readonly index: number; readonly start: number }[];
  readonly center: readonly PlacedColumn<R>[];
}

const rowOverscan = 6;
const columnOverscan = 2;

export function useVisiblePart<R>(
  scroller: RefObject<HTMLDivElement | null>,
  model: ColumnModel<R>,
  rowCount: number,
  rowHeight: number,
): VisiblePart<R> {
  const rowVirtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: rowOverscan,
    useFlushSync: false,
  });
  const { center, pinnedWidth } = model;
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: center.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => center[index]?.width ?? 0,
    paddingStart: pinnedWidth,
    overscan: columnOverscan,
    useFlushSync: false,
  });
  useEffect(() => {
    if (rowHeight > 0) rowVirtualizer.measure();
  }, [rowVirtualizer, rowHeight]);
  useEffect(() => {
    if (center.length >= 0) columnVirtualizer.measure();
  }, [columnVirtualizer, center]);
  const columns = columnVirtualizer.getVirtualItems();
  const [first, last] = [columns[0]?.index ?? 0, columns.at(-1)?.index ?? -1];
  const visible = useMemo(() => center.slice(first, last + 1), [center, first, last]);
  return { rows: rowVirtualizer.getVirtualItems(), center: visible };
}
