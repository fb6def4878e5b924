import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { WritableTable } from './live-table';

/** One object for all tables, rebuilt only when one of them has changed. */
export function createSnapshot(
  tables: ReadonlyMap<CollectionName, WritableTable<LedgerDocument>>,
): () => Register {
  let cached: Register | null = null;
  for (const table of tables.values())
    table.subscribe(() => {
      cached = null;
    });
  return () => {
    cached ??= Object.fromEntries(
      collectionNames.map((name) => [name, tables.get(name)?.allIncludingDeleted() ?? []]),
      // fromEntries forgets which table belongs to which name.
    ) as unknown as Register;
    return cached;
  };
}
