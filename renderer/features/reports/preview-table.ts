/** The part of a table the preview lays out, and what its cells open. */
import { cellKey, type ReportTable } from '@shared/export/report-model';

/** Rows laid out in the preview; print and files always hold all of them. */
export const previewRowLimit = 300;

export type CellTarget =
  | { readonly kind: 'units'; readonly title: string; readonly unitIds: readonly string[] }
  | { readonly kind: 'document'; readonly id: string };

export interface PreviewRow {
  /** Columns that have a cell of their own in this row, from left to right. */
  readonly columns: readonly number[];
  /** By column. */
  readonly targets: ReadonlyMap<number, CellTarget>;
}

export interface Preview {
  readonly table: ReportTable;
  /** Body rows as printed, the total row last. */
  readonly rows: readonly PreviewRow[];
  /** Column that names a row: it stays in view and opens the row's document. */
  readonly nameColumn: number;
}

/** @param openable whether there is a page for the document behind a row. */
export function previewOf(full: ReportTable, openable: (documentId: string) => boolean): Preview {
  const table = cutAt(full, previewRowLimit);
  const nameColumn = table.frozenColumns - 1;
  const all = table.columns.map((_, column) => column);
  const hidden = hiddenCells(table);
  const rows = table.rows.map((_, row): PreviewRow => {
    const columns = all.filter((column) => !hidden.has(cellKey(row, column)));
    const targets = figureTargets(full, row, row);
    const id = full.rowIds[row] ?? null;
    if (id !== null && openable(id) && columns.includes(nameColumn))
      targets.set(nameColumn, { kind: 'document', id });
    return { columns, targets };
  });
  const total = { columns: all, targets: figureTargets(full, full.rows.length, null) };
  return { table, rows: full.total === null ? rows : [...rows, total], nameColumn };
}

/** The first rows; a cell joined over the cut ends at it. */
function cutAt(table: ReportTable, limit: number): ReportTable {
  if (table.rows.length <= limit) return table;
  const merges = table.merges
    .filter(({ row }) => row < limit)
    .map((merge) => ({ ...merge, rowSpan: Math.min(merge.rowSpan, limit - merge.row) }));
  return { ...table, rows: table.rows.slice(0, limit), merges };
}

/** Cells that lie under a joined one. */
const hiddenCells = ({ merges }: ReportTable): ReadonlySet<string> =>
  new Set(
    merges.flatMap(({ row, column, rowSpan }) =>
      Array.from({ length: rowSpan - 1 }, (_, index) => cellKey(row + 1 + index, column)),
    ),
  );

/** A figure without units opens nothing. @param place row its title is taken from; null = the total row. */
function figureTargets(table: ReportTable, row: number, place: number | null): Map<number, CellTarget> {
  const targets = new Map<number, CellTarget>();
  table.columns.forEach(({ path }, column) => {
    const unitIds = table.behind.get(cellKey(row, column)) ?? [];
    if (unitIds.length === 0) return;
    const name = place === null ? '合计' : table.rows[place]?.[table.frozenColumns - 1];
    targets.set(column, { kind: 'units', title: `${name ?? ''} · ${path.join('／')}`, unitIds });
  });
  return targets;
}
