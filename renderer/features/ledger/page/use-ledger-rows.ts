import { useRegister, useTable } from '@renderer/data/react';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import type { LedgerContext, LedgerDocumentOf, LedgerRow, LedgerTable } from '../tables/table-model';
import { buildRows, type Rows } from './build-rows';

interface Kept {
  readonly table: LedgerTable;
  /** What derived values of units depend on beside the unit: names of instructors, and the criteria. */
  readonly tokens: readonly unknown[];
  readonly known: Map<string, LedgerRow>;
}

/** Rows of all live records of a table. */
export function useLedgerRows(table: LedgerTable, context: LedgerContext): Rows {
  const documents: readonly LedgerDocumentOf[] = useTable(table);
  const instructors = useTable('instructors');
  const kept = useRef<Kept>({ table, tokens: [], known: new Map() });
  return useMemo(() => {
    const tokens = [instructors, context.criteriaSet, context.asOf];
    const old = kept.current;
    const known = old.table === table ? old.known : new Map();
    const isStale = table !== 'units' || tokens.some((token, at) => token !== old.tokens[at]);
    kept.current = { table, tokens, known };
    return buildRows(table, documents, context, known, isStale);
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
