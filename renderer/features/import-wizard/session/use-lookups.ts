import type { Lookups } from '@renderer/data/format-value';
import { useRegister } from '@renderer/data/react';
import type { PlanItemView } from '@renderer/workers/import-desk/client';
import { plannedCollections } from '@shared/import/plan-model';
import { useMemo } from 'react';

/** Names of records in the register and of those this import would create. */
export function useLookups(items: readonly PlanItemView[]): Lookups {
  const store = useRegister();
  return useMemo(() => {
    const planned = new Map(items.map(({ documentId, label }) => [documentId, label]));
    return {
      nameOf: (id) => {
        for (const collection of plannedCollections) {
          const found = store.table(collection).getIncludingDeleted(id);
          if (found) return found.name;
        }
        return planned.get(id) ?? null;
      },
    };
  }, [store, items]);
}
