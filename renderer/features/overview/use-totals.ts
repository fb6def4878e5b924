import { useFacts } from '@renderer/data/figures/react';
import type { Summary } from '@shared/figures/accumulator';
import { summarizeAll } from '@shared/figures/summarize';
import { useMemo } from 'react';

/** Figures of all units together; a register without units has them, too, with empty bases. */
export function useTotals(): Summary {
  const view = useFacts();
  return useMemo(
    () =>
      view.sums('all').get('all') ??
      summarizeAll([], { asOf: view.asOf, ruleSetVersion: view.ruleSet.version }),
    [view],
  );
}
