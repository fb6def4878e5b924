/** Pure operations on what a person set up in a table: order, pins, widths, sort, filters. */
import type { ColumnFilter, ColumnSort, GridColumn, GridView } from './grid-types';

type Columns = readonly Pick<GridColumn<never>, 'id' | 'isHiddenAtFirst' | 'isPinnedAtFirst'>[];

/** The table as its author arranged it. */
export function defaultGridView(columns: Columns): GridView {
  return {
    order: columns.map((column) => column.id),
    hidden: columns.filter((column) => column.isHiddenAtFirst === true).map((column) => column.id),
    pinned: columns.filter((column) => column.isPinnedAtFirst === true).map((column) => column.id),
    widths: {},
    sort: [],
    filters: {},
    density: null,
  };
}

/** Column ids in display order, pinned ones first. Columns the view never heard of keep their own place at the end. */
export function orderedColumnIds(
  view: Pick<GridView, 'order' | 'pinned'>,
  columns: readonly { readonly id: string }[],
): string[] {
  const known = new Set(columns.map((column) => column.id));
  const listed = view.order.filter((id) => known.has(id));
  const rest = columns.map((column) => column.id).filter((id) => !listed.includes(id));
  const all = [...listed, ...rest];
  const pinned = view.pinned.filter((id) => known.has(id));
  return [...pinned, ...all.filter((id) => !pinned.includes(id))];
}

export const isColumnShown = (view: GridView, columnId: string): boolean => !view.hidden.includes(columnId);

export function withColumnShown(view: GridView, columnId: string, isShown: boolean): GridView {
  const others = view.hidden.filter((id) => id !== columnId);
  return { ...view, hidden: isShown ? others : [...others, columnId] };
}

export function withColumnPinned(view: GridView, columnId: string, isPinned: boolean): GridView {
  const others = view.pinned.filter((id) => id !== columnId);
  return { ...view, pinned: isPinned ? [...others, columnId] : others };
}

/** Moves a column in front of another; a move across the pin line pins or unpins it. */
export function withColumnMoved(
  view: GridView,
  columns: readonly { readonly id: string }[],
  columnId: string,
  beforeId: string | null,
): GridView {
  if (columnId === beforeId) return view;
  const order = orderedColumnIds(view, columns).filter((id) => id !== columnId);
  const at = beforeId === null ? order.length : order.indexOf(beforeId);
  order.splice(at < 0 ? order.length : at, 0, columnId);
  const isPinned = beforeId !== null && view.pinned.includes(beforeId);
  const pinnedSet = new Set(view.pinned.filter((id) => id !== columnId));
  if (isPinned) pinnedSet.add(columnId);
  return { ...view, order, pinned: order.filter((id) => pinnedSet.has(id)) };
}

export function withColumnWidth(view: GridView, columnId: string, width: number | null): GridView {
  const { [columnId]: _old, ...others } = view.widths;
  return { ...view, widths: width === null ? others : { ...others, [columnId]: Math.round(width) } };
}

export function withFilter(view: GridView, columnId: string, filter: ColumnFilter | null): GridView {
  const { [columnId]: _old, ...others } = view.filters;
  return { ...view, filters: filter === null ? others : { ...others, [columnId]: filter } };
}

/** A click on a heading: ascending, descending, unsorted. With `isAdded` earlier columns stay as higher keys. */
export function withSortToggled(view: GridView, columnId: string, isAdded: boolean): GridView {
  const old = view.sort.find((sort) => sort.columnId === columnId);
  const next: ColumnSort | null =
    old === undefined
      ? { columnId, isDescending: false }
      : old.isDescending
        ? null
        : { columnId, isDescending: true };
  if (!isAdded) return { ...view, sort: next === null ? [] : [next] };
  const others = view.sort.filter((sort) => sort.columnId !== columnId);
  return { ...view, sort: next === null ? others : [...others, next] };
}
