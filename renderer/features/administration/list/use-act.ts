/** One act on accounts, devices or places at a time, and what the county said to it. */
import { notifications } from '@mantine/notifications';
import { useSyncActions } from '@renderer/sync/status/react';
import { useCallback, useState } from 'react';

type Method = 'POST' | 'PATCH' | 'DELETE';

export interface Act {
  readonly isActing: boolean;
  /** Why the last act was refused; null = it was not. */
  readonly refusal: string | null;
  /** Resolves to the county's answer, null when it was refused. @param done what to say then; null = the caller says it */
  readonly act: <T>(method: Method, path: string, body: unknown, done: string | null) => Promise<T | null>;
}

export function useAct(): Act {
  const { ask } = useSyncActions();
  const [isActing, setActing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const act = useCallback(
    async <T>(method: Method, path: string, body: unknown, done: string | null): Promise<T | null> => {
      setActing(true);
      const answer = await ask<T>(method, path, body);
      setActing(false);
      setRefusal(answer.ok ? null : answer.problem.text);
      if (!answer.ok) return null;
      if (done !== null) notifications.show({ message: done, autoClose: 4000 });
      return answer.value;
    },
    [ask],
  );
  return { isActing, refusal, act };
}
