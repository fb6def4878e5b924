/** A list the county keeps, asked for when it is looked at. Nothing of it is stored on this device. */
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { useSyncActions } from './react';

export type Listed<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'ready'; readonly items: readonly T[] };

export interface CountyList<T> {
  readonly listed: Listed<T>;
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
}

/**
 * @param path below the county's address
 * @param schema of the whole answer; keep its identity stable
 * @param news another object stands for something new at the county, and the list is asked for again by itself. Nobody sits
 * before such a list: when the county cannot be asked, what it said last stays.
 */
export function useCountyList<T>(
  path: string,
  schema: z.ZodType<{ readonly items: readonly T[] }>,
  news: object | null = null,
): CountyList<T> {
  const { ask } = useSyncActions();
  const [listed, setListed] = useState<Listed<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round and news ask again.
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Listed<T>) =>
      isCurrent &&
      setListed((before) =>
        news !== null && next.status === 'failed' && before.status === 'ready' ? before : next,
      );
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
  }, [ask, path, schema, round, news]);
  return { listed, reload: useCallback(() => setRound((count) => count + 1), []) };
}
