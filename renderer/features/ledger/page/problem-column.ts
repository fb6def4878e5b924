/** In the lists of problems and gaps a column beside the name says what is wrong, also of fields that are not shown. */
import type { GridColumn, GridView } from '@renderer/components/data-grid/grid-types';
import type { LedgerRow, ViewContext } from '../tables/table-model';

const id = 'problems';
const viewIds = new Set(['problems', 'missing']);

export function withProblemColumn(
  viewId: string | undefined,
  columns: readonly GridColumn<LedgerRow>[],
  view: GridView,
  { problemCounts }: ViewContext,
): { readonly columns: readonly GridColumn<LedgerRow>[]; readonly view: GridView } {
  if (viewId === undefined || !viewIds.has(viewId)) return { columns, view };
  const column: GridColumn<LedgerRow> = {
    id,
    label: '要核对或补齐的内容',
    kind: { type: 'text' },
    width: 360,
    value: (row) => problemCounts.get(row.id)?.text ?? null,
  };
  const pinned = view.pinned.includes(id) ? view.pinned : [...view.pinned, id];
  return { columns: [...columns, column], view: { ...view, pinned } };
}
