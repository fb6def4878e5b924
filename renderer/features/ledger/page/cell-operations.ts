/** From changed cells to operations of the register. Pure. */
import type { CellChange, CellGesture } from '@renderer/components/data-grid/grid-types';
import type { Operation } from '@renderer/data/register-store';
import type { Unit } from '@shared/domain/unit';
import { changeStatus, type UnitStatus } from '@shared/rules/unit-status';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';

/**
 * One operation per record. A new operating state of a unit begins on `today` and the present one is remembered,
 * unless the same gesture also says since when it holds.
 */
export function operationsOf(
  table: LedgerTable,
  changes: readonly CellChange[],
  documentOf: (id: string) => LedgerDocumentOf | undefined,
  today: string,
): Operation[] {
  const byRow = new Map<string, Record<string, unknown>>();
  for (const { rowId, columnId, value } of changes) {
    const row = byRow.get(rowId) ?? {};
    row[columnId] = value;
    byRow.set(rowId, row);
  }
  return [...byRow].flatMap(([id, values]): Operation[] => {
    const document = documentOf(id);
    if (document === undefined) return [];
    return [{ op: 'change', collection: table, id, changes: withStatus(table, document, values, today) }];
  });
}

/** Adds the remembered earlier state where the state of a unit changes. */
export function withStatus(
  table: LedgerTable,
  document: LedgerDocumentOf,
  values: Readonly<Record<string, unknown>>,
  today: string,
): Record<string, unknown> {
  const { status, statusSince } = values;
  if (table !== 'units' || typeof status !== 'string') return { ...values };
  // The table says which collection the record is from, and the cell offers only states of a unit.
  const unit = document as Unit;
  if (status === unit.status) return { ...values };
  const since = typeof statusSince === 'string' ? statusSince : today;
  return { ...values, ...changeStatus(unit, status as UnitStatus, since) };
}

const gestureWords: Readonly<Record<CellGesture, string>> = {
  typed: '修改',
  pasted: '粘贴',
  cleared: '清空',
  filled: '填充',
};

/** What the undo button says: 修改联系电话, 粘贴 24 处. */
export function describeGesture(
  changes: readonly CellChange[],
  gesture: CellGesture,
  labelOf: (columnId: string) => string,
): string {
  const columns = new Set(changes.map((change) => change.columnId));
  const [only] = columns;
  const what = columns.size === 1 && only !== undefined ? labelOf(only) : '';
  return changes.length === 1
    ? gestureWords[gesture] + what
    : `${gestureWords[gesture]}${what} ${changes.length} 处`;
}
