/** A list the county keeps, asked for when it is looked at. Nothing of it is stored on this device. */
import { useSyncActions } from '@renderer/sync/status/react';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';

export type Listed<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly items: readonly T[] };

export interface CountyList<T> {
  readonly listed: Listed<T>;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
}

/** @param path below the county's address. @param schema of the whole answer; keep its identity stable. */
export function useCountyList<T>(
  path: string,
  schema: z.ZodType<{ readonly items: readonly T[] }>,
): CountyList<T> {
  const { ask } = useSyncActions();
  const [listed, setListed] = useState<Listed<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Listed<T>) => isCurrent && setListed(next);
    ask<unknown>('GET', path).then(
      (answer) => {
        if (!answer.ok) return show({ status: 'failed', problem: answer.problem });
        const read = schema.safeParse(answer.value);
        return show(
          read.success
            ? { status: 'ready', items: read.data.items }
            : { status: 'failed', problem: syncProblems.unexpectedReply({ status: 200 }) },
        );
      },
      () => show({ status: 'failed', problem: syncProblems.unreachable({}) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, path, schema, round]);
  return { listed, reload: useCallback(() => setRound((count) => count + 1), []) };
}
