import { formatNumber } from '@shared/lib/format-number';
import { useMemo } from 'react';
import { blockOf, isSingle } from './cell-selection';
import classes from './data-grid.module.css';
import type { GridState } from './grid-context';
import { totalsOf } from './row-pipeline';
import type { ColumnModel, PlacedColumn } from './use-column-model';
import type { GridMetrics } from './use-grid-state';

interface TotalsRowProps<R> {
  readonly model: ColumnModel<R>;
  readonly center: readonly PlacedColumn<R>[];
  readonly rows: readonly R[];
  readonly metrics: GridMetrics;
}

/** Sums over the rows shown, kept in view below them. */
export function TotalsRow<R>({ model, center, rows, metrics }: TotalsRowProps<R>) {
  const totals = useMemo(
    () =>
      totalsOf(
        rows,
        model.all.map(({ column }) => column),
      ),
    [rows, model],
  );
  const gap = (center[0]?.start ?? model.pinnedWidth) - model.pinnedWidth;
  const cell = (placed: PlacedColumn<R>) => (
    <div
      key={placed.column.id}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={placed.index + 2}
      className={classes['totalCell']}
      style={placed.isPinned ? { width: placed.width, left: placed.start } : { width: placed.width }}
      data-pinned={placed.isPinned || undefined}
      data-pin-edge={(placed.isPinned && placed.index === model.pinned.length - 1) || undefined}
      data-number={placed.column.kind.type === 'number' || undefined}
    >
      {placed.index === 0 ? `共 ${formatNumber(rows.length)} 条` : (totals.get(placed.column.id) ?? '')}
    </div>
  );
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={rows.length + 2}
      className={classes['totals']}
      style={{ width: model.totalWidth, height: metrics.totalsHeight }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes['totalHead']}
        style={{ width: metrics.headWidth }}
      >
        合计
      </div>
      {model.pinned.map(cell)}
      <div role="presentation" className={classes['gap']} style={{ width: gap }} />
      {center.map(cell)}
    </div>
  );
}

/** One line under the table: the active cell's problem, or what the selected block adds up to, as in WPS. */
export function StatusLine<R>({ grid }: { grid: GridState<R> }) {
  const { selection, props, rows } = grid;
  const cell = selection === null ? null : grid.cellAt(selection.active);
  const problem = cell === null ? null : (props.rowProblems?.(cell.row).get(cell.column.id) ?? null);
  const text = problem?.text ?? (selection === null || isSingle(selection) ? null : describeBlock(grid));
  return (
    <div className={classes['status']} aria-live="polite" data-problem={problem?.severity}>
      <span className={classes['statusText']}>{text ?? hintOf(grid, rows.length)}</span>
    </div>
  );
}

function hintOf<R>({ props }: GridState<R>, rowCount: number): string {
  const shown =
    rowCount === props.rows.length
      ? `共 ${formatNumber(rowCount)} 条`
      : `显示 ${formatNumber(rowCount)} 条，共 ${formatNumber(props.rows.length)} 条`;
  return props.onCommitCells === undefined
    ? shown
    : `${shown} · 直接输入即可修改，Enter 或 F2 编辑，Ctrl+C / Ctrl+V 与表格软件互相复制`;
}

function describeBlock<R>({ selection, rows, model }: GridState<R>): string {
  if (selection === null) return '';
  const { top, bottom, left, right } = blockOf(selection);
  const numbers: number[] = [];
  for (const row of rows.slice(top, bottom + 1))
    for (const { column } of model.all.slice(left, right + 1)) {
      const value = column.value(row);
      if (typeof value === 'number') numbers.push(value);
    }
  const sum = numbers.reduce((total, value) => total + value, 0);
  const size = `已选 ${bottom - top + 1} 行 × ${right - left + 1} 列`;
  if (numbers.length === 0) return size;
  const mean = Number((sum / numbers.length).toFixed(2));
  return `${size} · 求和 ${formatNumber(Number(sum.toFixed(4)))} · 平均 ${formatNumber(mean)} · 数值 ${numbers.length} 个`;
}
