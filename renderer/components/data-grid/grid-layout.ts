/** Sizes of the table in pixels at 100 % text size, and bringing a cell into view. */
import type { Density } from './grid-types';

export const rowHeights: Readonly<Record<Density, number>> = { compact: 28, normal: 32, roomy: 40 };
export const headerHeight = 44;
export const totalsHeight = 32;
/** Row number and check box. */
export const rowHeadWidth = 64;
export const rowNumberWidth = 44;

export interface Viewport {
  readonly scrollTop: number;
  readonly scrollLeft: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
}

export interface Insets {
  /** Covered by the header. */
  readonly top: number;
  /** Covered by the totals row. */
  readonly bottom: number;
  /** Covered by row heads and pinned columns. */
  readonly left: number;
}

export interface CellBox {
  /** From the first row's top edge. */
  readonly top: number;
  readonly height: number;
  /** From the table's left edge. */
  readonly left: number;
  readonly width: number;
  readonly isPinned: boolean;
}

/** Scroll position that shows the whole cell, moving as little as possible. */
export function revealed(view: Viewport, box: CellBox, insets: Insets): { top: number; left: number } {
  const height = view.clientHeight - insets.top - insets.bottom;
  const top = nearest(view.scrollTop, height, box.top, box.height);
  if (box.isPinned) return { top, left: view.scrollLeft };
  const width = view.clientWidth - insets.left;
  return { top, left: nearest(view.scrollLeft, width, box.left - insets.left, box.width) };
}

function nearest(scroll: number, visible: number, start: number, size: number): number {
  if (start < scroll || size > visible) return start;
  return start + size > scroll + visible ? start + size - visible : scroll;
}
