import { memo, type PointerEvent, useState } from 'react';
import classes from './data-grid.module.css';
import { GridIcon } from './grid-icons';
import type { ColumnSort, GridView } from './grid-types';
import { withColumnMoved, withColumnWidth, withSortToggled } from './grid-view';
import type { ColumnModel, PlacedColumn } from './use-column-model';
import type { GridMetrics } from './use-grid-state';

export interface GridHeaderProps<R> {
  readonly model: ColumnModel<R>;
  readonly center: readonly PlacedColumn<R>[];
  readonly metrics: GridMetrics;
  readonly view: GridView;
  readonly onViewChange: (view: GridView) => void;
  readonly onOpenMenu: (columnIndex: number) => void;
  /** null = no check boxes; some = neither all nor none. */
  readonly checked: 'none' | 'some' | 'all' | null;
  readonly onCheckAll: (isChecked: boolean) => void;
}

/** Column dragged to a new place, in the browser's own drag and drop. */
const dragType = 'application/x-grid-column';

export function GridHeader<R>(props: GridHeaderProps<R>) {
  const { model, center, metrics, view, onViewChange, onOpenMenu, checked } = props;
  const shared = { model, metrics, view, onViewChange, onOpenMenu };
  const gap = (center[0]?.start ?? model.pinnedWidth) - model.pinnedWidth;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={1}
      className={classes['header']}
      style={{ width: model.totalWidth, height: metrics.headerHeight }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className={classes['headCorner']}
        style={{ width: metrics.headWidth }}
      >
        {checked === null ? (
          <span className={classes['unseen']}>行号</span>
        ) : (
          <input
            type="checkbox"
            className={classes['check']}
            aria-label="选择全部显示的行"
            checked={checked === 'all'}
            ref={(box) => {
              if (box !== null) box.indeterminate = checked === 'some';
            }}
            onChange={(event) => props.onCheckAll(event.currentTarget.checked)}
          />
        )}
      </div>
      {model.pinned.map((placed) => (
        <HeaderCell key={placed.column.id} placed={placed} {...shared} />
      ))}
      <div role="presentation" className={classes['gap']} style={{ width: gap }} />
      {center.map((placed) => (
        <HeaderCell key={placed.column.id} placed={placed} {...shared} />
      ))}
    </div>
  );
}

interface HeaderCellProps<R>
  extends Pick<GridHeaderProps<R>, 'model' | 'metrics' | 'view' | 'onViewChange' | 'onOpenMenu'> {
  readonly placed: PlacedColumn<R>;
}

function Head<R>({ placed, model, metrics, view, onViewChange, onOpenMenu }: HeaderCellProps<R>) {
  const { column, index, width, start, isPinned } = placed;
  const [isTarget, setIsTarget] = useState(false);
  const sort = view.sort.find((item) => item.columnId === column.id);
  const isFiltered = view.filters[column.id] !== undefined;
  const columns = model.all.map((item) => item.column);
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index + 2}
      aria-sort={sort === undefined ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
      className={classes['headCell']}
      style={isPinned ? { width, left: start } : { width }}
      data-pinned={isPinned || undefined}
      data-pin-edge={(isPinned && index === model.pinned.length - 1) || undefined}
      data-number={column.kind.type === 'number' || undefined}
      data-drop={isTarget || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(dragType, column.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setIsTarget(true);
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        setIsTarget(false);
        onViewChange(withColumnMoved(view, columns, event.dataTransfer.getData(dragType), column.id));
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        className={classes['headLabel']}
        title={column.hint ?? column.label}
        onClick={(event) => onViewChange(withSortToggled(view, column.id, event.shiftKey))}
      >
        <span>{column.label}</span>
        {sort !== undefined && <SortMark sort={sort} view={view} />}
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={classes['headMenu']}
        data-on={isFiltered || undefined}
        aria-label={`${column.label}：筛选与列设置${isFiltered ? '（已筛选）' : ''}`}
        onClick={() => onOpenMenu(index)}
      >
        <GridIcon name={isFiltered ? 'filter' : 'menu'} />
      </button>
      <ResizeHandle placed={placed} scale={metrics.scale} view={view} onViewChange={onViewChange} />
    </div>
  );
}

/** An edit, or another cell chosen, changes nothing in the heads. */
const HeaderCell = memo(Head) as typeof Head;

/** With several sort keys each shows its rank. */
function SortMark({ sort, view }: { sort: ColumnSort; view: GridView }) {
  return (
    <span className={classes['sortMark']}>
      <GridIcon name={sort.isDescending ? 'down' : 'up'} />
      {view.sort.length > 1 && view.sort.indexOf(sort) + 1}
    </span>
  );
}

interface ResizeHandleProps<R> extends Pick<GridHeaderProps<R>, 'view' | 'onViewChange'> {
  readonly placed: PlacedColumn<R>;
  readonly scale: number;
}

function ResizeHandle<R>({ placed, scale, view, onViewChange }: ResizeHandleProps<R>) {
  const start = (event: PointerEvent<HTMLButtonElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const from = event.clientX;
    const resize = (moved: globalThis.PointerEvent) =>
      onViewChange(
        withColumnWidth(view, placed.column.id, Math.max(48, (placed.width + moved.clientX - from) / scale)),
      );
    handle.addEventListener('pointermove', resize);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', resize), {
      once: true,
    });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`调整列宽：${placed.column.label}`}
      className={classes['resize']}
      draggable
      onDragStart={(event) => event.preventDefault()}
      onPointerDown={start}
      onDoubleClick={() => onViewChange(withColumnWidth(view, placed.column.id, null))}
    />
  );
}
