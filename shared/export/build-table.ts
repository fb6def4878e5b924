/**
 * Turns a tree of columns and a list of records into a table. Heading, cell and total of a column are declared
 * together, so they cannot drift apart.
 */
import {
  type BodyMerge,
  type ColumnAlign,
  type ColumnKind,
  cellKey,
  type HeaderCell,
  type ReportColumn,
  type ReportTable,
  type ReportValue,
} from './report-model';

export interface ColumnLeaf<R> {
  readonly label: string;
  readonly width: number;
  readonly kind: ColumnKind;
  readonly align: ColumnAlign;
  readonly decimals: number | null;
  readonly value: (row: R, index: number) => ReportValue;
  /** What the 合计 row says; null leaves the cell empty. */
  readonly total: ((rows: readonly R[]) => ReportValue) | null;
  /** Ids of the units a figure counts, for one row or for all; null where there is nothing to open. */
  readonly behind: ((rows: readonly R[]) => readonly string[]) | null;
}
export interface ColumnGroup<R> {
  readonly label: string;
  readonly columns: readonly ColumnNode<R>[];
}
export type ColumnNode<R> = ColumnLeaf<R> | ColumnGroup<R>;

/** Everything of a table that is not derived from its columns and rows. */
export type TableFrame = Omit<
  ReportTable,
  'columns' | 'header' | 'headerRowCount' | 'rows' | 'merges' | 'total' | 'rowIds' | 'behind'
>;

export interface TableSpec<R> {
  readonly frame: TableFrame;
  readonly columns: readonly ColumnNode<R>[];
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string | null;
  readonly hasTotal: boolean;
  readonly merges?: readonly BodyMerge[];
}

export function buildTable<R>(spec: TableSpec<R>): ReportTable {
  const leaves = leavesOf(spec.columns);
  return {
    ...spec.frame,
    ...headerOf(spec.columns),
    columns: leaves.map(({ leaf, path }) => toColumn(leaf, path)),
    rows: spec.rows.map((row, index) => leaves.map(({ leaf }) => leaf.value(row, index))),
    merges: spec.merges ?? [],
    total: spec.hasTotal ? leaves.map(({ leaf }) => leaf.total?.(spec.rows) ?? null) : null,
    rowIds: spec.rows.map(spec.rowId),
    behind: behindOf(
      leaves.map(({ leaf }) => leaf),
      spec.rows,
    ),
  };
}

const toColumn = <R>(leaf: ColumnLeaf<R>, path: readonly string[]): ReportColumn => ({
  path,
  width: leaf.width,
  align: leaf.align,
  kind: leaf.kind,
  decimals: leaf.decimals,
});

const isGroup = <R>(node: ColumnNode<R>): node is ColumnGroup<R> => 'columns' in node;

function leavesOf<R>(
  nodes: readonly ColumnNode<R>[],
  above: readonly string[] = [],
): { readonly leaf: ColumnLeaf<R>; readonly path: readonly string[] }[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.label];
    return isGroup(node) ? leavesOf(node.columns, path) : [{ leaf: node, path }];
  });
}

const depthOf = <R>(node: ColumnNode<R>): number =>
  isGroup(node) ? 1 + Math.max(...node.columns.map(depthOf)) : 1;
const spanOf = <R>(node: ColumnNode<R>): number =>
  isGroup(node) ? node.columns.reduce((sum, child) => sum + spanOf(child), 0) : 1;

/** A group takes one row over all its columns; a leaf reaches down to the body. */
function headerOf<R>(nodes: readonly ColumnNode<R>[]): Pick<ReportTable, 'header' | 'headerRowCount'> {
  const headerRowCount = Math.max(...nodes.map(depthOf));
  const header: HeaderCell[] = [];
  const place = (siblings: readonly ColumnNode<R>[], row: number, start: number): void => {
    let column = start;
    for (const node of siblings) {
      const columnSpan = spanOf(node);
      const rowSpan = isGroup(node) ? 1 : headerRowCount - row;
      header.push({ text: node.label, row, column, rowSpan, columnSpan });
      if (isGroup(node)) place(node.columns, row + 1, column);
      column += columnSpan;
    }
  };
  place(nodes, 0, 0);
  return { header, headerRowCount };
}

function behindOf<R>(
  leaves: readonly ColumnLeaf<R>[],
  rows: readonly R[],
): ReadonlyMap<string, readonly string[]> {
  const behind = new Map<string, readonly string[]>();
  leaves.forEach((leaf, column) => {
    const unitIds = leaf.behind;
    if (unitIds === null) return;
    rows.forEach((row, index) => {
      behind.set(cellKey(index, column), unitIds([row]));
    });
    behind.set(cellKey(rows.length, column), unitIds(rows));
  });
  return behind;
}
