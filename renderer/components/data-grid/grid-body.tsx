import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { blockOf } from './cell-selection';
import { displayTextOf } from './cell-text';
import classes from './data-grid.module.css';
import type { GridState } from './grid-context';
import { TotalsRow } from './grid-footer';
import { GridHeader } from './grid-header';
import { GridRow, type RowMarks } from './grid-row';
import type { PlacedColumn } from './use-column-model';
import type { useGridPointer } from './use-grid-pointer';
import type { GridMetrics } from './use-grid-state';
import { useVisiblePart } from './use-visible-part';

interface GridBodyProps<R> {
  readonly grid: GridState<R>;
  readonly gridId: string;
  readonly metrics: GridMetrics;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly pointer: ReturnType<typeof useGridPointer<R>>;
  readonly onScroll: () => void;
  readonly onOpenMenu: (columnIndex: number) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Elements are reused while scrolling: a row that leaves at the top becomes the one that enters at the bottom. With
 * as many slots as rows were ever on the screen at once, even a jump reuses nearly all of them.
 */
function useRowSlots(visibleCount: number): number {
  const most = useRef(1);
  most.current = Math.max(most.current, visibleCount);
  return most.current;
}

export function GridBody<R>(props: GridBodyProps<R>) {
  const { grid, gridId, metrics, scroller, pointer, onScroll } = props;
  const { model, rows, size, props: owner } = grid;
  const visible = useVisiblePart(scroller, model, rows.length, metrics.rowHeight);
  const rowSlots = useRowSlots(visible.rows.length);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, onScroll]);

  return (
    <div
      ref={scroller}
      id={gridId}
      role="grid"
      tabIndex={0}
      aria-label={owner.label}
      aria-rowcount={size.rows + 1}
      aria-colcount={size.columns + 1}
      aria-readonly={owner.onCommitCells === undefined || undefined}
      aria-multiselectable
      className={classes['scroller']}
      onScroll={onScroll}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus()}
      onBlur={props.onBlur}
      {...pointer}
    >
      <HeaderOf {...props} center={visible.center} />
      <div
        role="rowgroup"
        className={classes['rows']}
        style={{ width: model.totalWidth, height: rows.length * metrics.rowHeight }}
      >
        {visible.rows.map(({ index, start }) => (
          <RowAt key={index % rowSlots} {...props} index={index} top={start} center={visible.center} />
        ))}
      </div>
      {rows.length === 0 && (
        // A grid holds nothing but rows of cells.
        <div role="row" className={classes['empty']}>
          <div role="gridcell">{owner.emptyState ?? '没有符合条件的记录'}</div>
        </div>
      )}
      {owner.hasTotals === true && rows.length > 0 && (
        <TotalsRow model={model} center={visible.center} rows={rows} metrics={metrics} />
      )}
    </div>
  );
}

interface RowAtProps<R> extends GridBodyProps<R> {
  readonly index: number;
  readonly top: number;
  readonly center: readonly PlacedColumn<R>[];
}

function RowAt<R>({ grid, gridId, metrics, index, top, center }: RowAtProps<R>) {
  const { model, rows, props: owner } = grid;
  const row = rows[index];
  if (row === undefined) return null;
  const rowId = owner.getRowId(row);
  return (
    <GridRow
      row={row}
      rowId={rowId}
      index={index}
      top={top}
      height={metrics.rowHeight}
      width={model.totalWidth}
      headWidth={metrics.headWidth}
      pinned={model.pinned}
      pinnedWidth={model.pinnedWidth}
      center={center}
      isChecked={owner.selectedIds === undefined ? null : owner.selectedIds.has(rowId)}
      gridId={gridId}
      problems={owner.rowProblems?.(row)}
      namesShown={namesShownIn(row, model.pinned) + namesShownIn(row, center)}
      rowTone={owner.rowTone}
      {...marksOf(grid, index)}
    />
  );
}

/** What the row shows of other records: they may be renamed while the row stays the same. */
const namesShownIn = <R,>(row: R, columns: readonly PlacedColumn<R>[]): string =>
  columns
    .flatMap(({ column }) => (column.kind.type === 'lookup' ? [displayTextOf(column, row)] : []))
    .join('\n');

const noMarks: RowMarks = { active: -1, from: -1, to: -1, isBlockTop: false, isBlockBottom: false };

function marksOf<R>({ selection }: GridState<R>, index: number): RowMarks {
  if (selection === null) return noMarks;
  const block = blockOf(selection);
  const active = selection.active.row === index ? selection.active.column : -1;
  if (index < block.top || index > block.bottom) return active < 0 ? noMarks : { ...noMarks, active };
  return {
    active,
    from: block.left,
    to: block.right,
    isBlockTop: index === block.top,
    isBlockBottom: index === block.bottom,
  };
}

function HeaderOf<R>({
  grid,
  metrics,
  onOpenMenu,
  center,
}: GridBodyProps<R> & { center: readonly PlacedColumn<R>[] }) {
  const { rows, model, props: owner } = grid;
  const { selectedIds, getRowId } = owner;
  const checked = useMemo(() => {
    if (selectedIds === undefined) return null;
    const count = rows.reduce((sum, row) => sum + (selectedIds.has(getRowId(row)) ? 1 : 0), 0);
    return count === 0 ? 'none' : count === rows.length ? 'all' : 'some';
  }, [rows, selectedIds, getRowId]);
  return (
    <div role="rowgroup" className={classes['head']}>
      <GridHeader
        model={model}
        center={center}
        metrics={metrics}
        view={owner.view}
        onViewChange={owner.onViewChange}
        onOpenMenu={onOpenMenu}
        checked={checked}
        onCheckAll={(isChecked) => owner.onSelectedIdsChange?.(new Set(isChecked ? rows.map(getRowId) : []))}
      />
    </div>
  );
}
