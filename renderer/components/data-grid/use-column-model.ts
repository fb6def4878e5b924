/** Where every shown column stands: order, pins and widths of the view, resolved to pixels. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridColumn, GridView } from './grid-types';
import { orderedColumnIds } from './grid-view';

export interface PlacedColumn<R> {
  readonly column: GridColumn<R>;
  /** Position among the shown columns. */
  readonly index: number;
  /** Distance of its left edge from the left edge of the table, in pixels. */
  readonly start: number;
  readonly width: number;
  readonly isPinned: boolean;
}

export interface ColumnModel<R> {
  readonly all: readonly PlacedColumn<R>[];
  readonly pinned: readonly PlacedColumn<R>[];
  readonly center: readonly PlacedColumn<R>[];
  /** Row heads and pinned columns together. */
  readonly pinnedWidth: number;
  readonly totalWidth: number;
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
// Rows stay plain arrays outside the table model: building 20,000 row objects on each edit buys nothing here.
const noRows: Record<string, never>[] = [];
export const defaultWidth = 120;
const minWidth = 48;

/**
 * @param headWidth width of the row heads (numbers and check boxes) before the first column, in pixels
 * @param scale large-text mode enlarges columns with their text
 */
export function useColumnModel<R>(
  columns: readonly GridColumn<R>[],
  view: GridView,
  headWidth: number,
  scale: number,
): ColumnModel<R> {
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: () => null,
        size: (column.width ?? defaultWidth) * scale,
        minSize: (column.minWidth ?? minWidth) * scale,
        maxSize: 900,
      })),
    [columns, scale],
  );
  const { order, hidden, pinned, widths } = view;
  const state = useMemo(
    () => ({
      columnOrder: orderedColumnIds({ order, pinned }, columns),
      columnPinning: { start: [...pinned], end: [] },
      columnSizing: Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, width * scale])),
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
    }),
    [columns, order, hidden, pinned, widths, scale],
  );
  const table = useTable({ features, columns: defs, data: noRows, state });
  const ids = {
    pinned: table.getStartVisibleLeafColumns().map((leaf) => [leaf.id, leaf.getSize()] as const),
    center: table.getCenterVisibleLeafColumns().map((leaf) => [leaf.id, leaf.getSize()] as const),
  };
  const signature = JSON.stringify(ids);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` is new on every render, its signature is not
  return useMemo(
    () => placeColumns(columns, ids.pinned, ids.center, headWidth),
    [columns, signature, headWidth],
  );
}

type Sized = readonly (readonly [string, number])[];

function placeColumns<R>(
  columns: readonly GridColumn<R>[],
  pinned: Sized,
  center: Sized,
  headWidth: number,
): ColumnModel<R> {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const all: PlacedColumn<R>[] = [];
  let start = headWidth;
  for (const [sized, isPinned] of [
    [pinned, true],
    [center, false],
  ] as const)
    for (const [id, width] of sized) {
      const column = byId.get(id);
      if (column === undefined) continue;
      all.push({ column, index: all.length, start, width, isPinned });
      start += width;
    }
  const isPinned = (placed: PlacedColumn<R>) => placed.isPinned;
  return {
    all,
    pinned: all.filter(isPinned),
    center: all.filter((placed) => !placed.isPinned),
    pinnedWidth: all.filter(isPinned).reduce((sum, placed) => sum + placed.width, headWidth),
    totalWidth: start,
  };
}
