/** Where the active cell is on the screen, for the text area that lies over it. Follows scrolling. */
import { type RefObject, useCallback, useMemo, useState } from 'react';
import type { GridState } from './grid-context';
import type { CellBox, Insets } from './grid-layout';
import type { GridMetrics } from './use-grid-state';

export function activeBox<R>({ selection, model }: GridState<R>, metrics: GridMetrics): CellBox | null {
  const placed = selection === null ? undefined : model.all[selection.active.column];
  if (selection === null || placed === undefined) return null;
  return {
    top: selection.active.row * metrics.rowHeight,
    height: metrics.rowHeight,
    left: placed.start,
    width: placed.width,
    isPinned: placed.isPinned,
  };
}

export const insetsOf = <R>({ model }: GridState<R>, metrics: GridMetrics): Insets => ({
  top: metrics.headerHeight,
  bottom: metrics.totalsHeight,
  left: model.pinnedWidth,
});

export function useActivePlace<R>(
  grid: GridState<R>,
  scroller: RefObject<HTMLDivElement | null>,
  metrics: GridMetrics,
) {
  const [scroll, setScroll] = useState({ top: 0, left: 0, width: 0, height: 0 });
  const follow = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop: top, scrollLeft: left, clientWidth: width, clientHeight: height } = element;
    setScroll((old) =>
      old.top === top && old.left === left && old.width === width && old.height === height
        ? old
        : { top, left, width, height },
    );
  }, [scroller]);
  const insets = insetsOf(grid, metrics);
  const box = activeBox(grid, metrics);
  const top = box === null ? 0 : box.top - scroll.top + insets.top;
  const left = box === null ? 0 : box.left - (box.isPinned ? 0 : scroll.left);
  const isVisible =
    box !== null &&
    top >= insets.top &&
    top + box.height <= scroll.height - insets.bottom + 1 &&
    (box.isPinned || left >= insets.left - 1) &&
    left < scroll.width;
  const cell = grid.selection === null ? null : grid.cellAt(grid.selection.active);
  return {
    follow,
    place: isVisible ? { top, left, box } : null,
    roomBelow: scroll.height - top - metrics.rowHeight,
    cellLabel: useMemo(() => (cell === null ? '未选单元格' : cell.column.label), [cell]),
  };
}
