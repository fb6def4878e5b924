import { useRegister, useTable } from '@renderer/data/react';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { LedgerContext, LedgerDocumentOf, LedgerRow, LedgerTable } from '../tables/table-model';
import { buildRows, type Rows } from './build-rows';

interface Kept {
  table: LedgerTable;
  /** What derived values of units depend on beside the unit: names of instructors, and the criteria. */
  tokens: readonly unknown[];
  rows: ReadonlyMap<string, LedgerRow>;
}

/** Rows of all live records of a table. */
export function useLedgerRows(table: LedgerTable, context: LedgerContext): Rows {
  const documents: readonly LedgerDocumentOf[] = useTable(table);
  const instructors = useTable('instructors');
  const kept = useRef<Kept>({ table, tokens: [], rows: new Map() });
  return useMemo(() => {
    const tokens = [instructors, context.criteriaSet, context.asOf];
    const old = kept.current;
    const isSameTable = old.table === table;
    const isStale = table !== 'units' || tokens.some((token, at) => token !== old.tokens[at]);
    const rows = buildRows(table, documents, context, isSameTable ? old.rows : new Map(), isStale);
    kept.current = { table, tokens, rows: new Map(rows.map((row) => [row.id, row])) };
    return rows;
  }, [table, documents, instructors, context]);
}

/** Rows of deleted records, for the bin. */
export function useDeletedRows(table: LedgerTable, context: LedgerContext): Rows {
  const live = useRegister().table(table);
  const all: readonly LedgerDocumentOf[] = useSyncExternalStore(live.subscribe, live.allIncludingDeleted);
  return useMemo(
    () =>
      buildRows(
        table,
        all.filter((document) => document.deletedAt !== null),
        context,
        new Map(),
        true,
      ),
    [table, all, context],
  );
}
