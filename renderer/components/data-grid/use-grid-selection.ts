/** The active cell and block, kept on the same row and column while rows are sorted, filtered and edited. */
import { useCallback, useMemo, useState } from 'react';
import { type CellSelection, clampSelection, single } from './cell-selection';

interface Kept {
  readonly selection: CellSelection;
  readonly rowId: string;
  readonly columnId: string;
}

export interface GridSelection {
  readonly selection: CellSelection | null;
  readonly select: (selection: CellSelection | null) => void;
  /** The cell somebody went to. When its row is gone from the table, `selection` is beside it, this is not. */
  readonly chosen: { readonly rowId: string; readonly columnId: string } | null;
}

interface Keys {
  readonly rowCount: number;
  readonly rowIdAt: (index: number) => string | undefined;
  readonly columnIds: readonly string[];
}

export function useGridSelection({ rowCount, rowIdAt, columnIds }: Keys): GridSelection {
  const [kept, setKept] = useState<Kept | null>(null);
  const selection = useMemo(
    () => (kept === null ? null : relocate(kept, { rowCount, rowIdAt, columnIds })),
    [kept, rowCount, rowIdAt, columnIds],
  );
  const select = useCallback(
    (next: CellSelection | null) => {
      const rowId = next === null ? undefined : rowIdAt(next.active.row);
      const columnId = next === null ? undefined : columnIds[next.active.column];
      if (next === null || rowId === undefined || columnId === undefined) setKept(null);
      else setKept({ selection: next, rowId, columnId });
    },
    [rowIdAt, columnIds],
  );
  return { selection, select, chosen: kept };
}

/** Same place while the row there is still the same; else wherever the row went; else as near as the table allows. */
function relocate({ selection, rowId, columnId }: Kept, keys: Keys): CellSelection | null {
  const { active } = selection;
  const size = { rows: keys.rowCount, columns: keys.columnIds.length };
  if (keys.rowIdAt(active.row) === rowId && keys.columnIds[active.column] === columnId)
    return clampSelection(selection, size);
  const column = keys.columnIds.indexOf(columnId);
  const row = findRow(rowId, keys);
  return row < 0 || column < 0 ? clampSelection(single(active), size) : single({ row, column });
}

function findRow(rowId: string, { rowCount, rowIdAt }: Keys): number {
  for (let index = 0; index < rowCount; index++) if (rowIdAt(index) === rowId) return index;
  return -1;
}
