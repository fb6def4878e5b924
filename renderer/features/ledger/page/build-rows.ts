/** Rows of a ledger table: records with what is counted about them. A row stays the same object until it changes. */
import { isSame } from '@shared/domain/changes';
import { tableModel } from '../tables/all-tables';
import type { LedgerContext, LedgerDocumentOf, LedgerRow, LedgerTable } from '../tables/table-model';

export type Rows = readonly LedgerRow[];

/**
 * @param before rows of the last time, reused where nothing changed
 * @param isDerivedStale false: derived values can only have changed with the record or its facts
 */
export function buildRows(
  table: LedgerTable,
  documents: readonly LedgerDocumentOf[],
  context: LedgerContext,
  before: ReadonlyMap<string, LedgerRow>,
  isDerivedStale: boolean,
): Rows {
  const model = tableModel(table);
  return documents.map((document) => {
    const facts = table === 'units' ? context.factsOf(document.id) : null;
    const old = before.get(document.id);
    const isUnchanged = old !== undefined && old.document === document && old.facts === facts;
    if (isUnchanged && !isDerivedStale) return old;
    const derived = model.derive(document, context);
    return isUnchanged && isSame(old.derived, derived) ? old : { id: document.id, document, facts, derived };
  });
}
