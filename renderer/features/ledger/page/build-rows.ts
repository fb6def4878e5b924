/** Rows of a ledger table: records with what is counted about them. A row stays the same object until it changes. */
import { isSame } from '@shared/domain/changes';
import { tableModel } from '../tables/all-tables';
import type { LedgerContext, LedgerDocumentOf, LedgerRow, LedgerTable } from '../tables/table-model';

export type Rows = readonly LedgerRow[];

/**
 * @param known rows made before, by id: reused where nothing changed, and joined by the new ones (a map of its own for
 *   every edit would be 2 MB at 20,000 records)
 * @param isDerivedStale false: derived values can only have changed with the record or its facts
 */
export function buildRows(
  table: LedgerTable,
  documents: readonly LedgerDocumentOf[],
  context: LedgerContext,
  known: Map<string, LedgerRow>,
  isDerivedStale: boolean,
): Rows {
  const model = tableModel(table);
  return documents.map((document) => {
    const facts = table === 'units' ? context.factsOf(document.id) : null;
    const old = known.get(document.id);
    const isUnchanged = old !== undefined && old.document === document && old.facts === facts;
    if (isUnchanged && !isDerivedStale) return old;
    const derived = model.derive(document, context);
    if (isUnchanged && isSame(old.derived, derived)) return old;
    const row = { id: document.id, document, facts, derived };
    known.set(row.id, row);
    return row;
  });
}
