/** Commits of the parking bay, each as one undo step, with a word about it. */
import { notifications } from '@mantine/notifications';
import { useOffice, useRegister } from '@renderer/data/react';
import type { Operation } from '@renderer/data/register-store';
import { useSyncStatus } from '@renderer/sync/status/react';
import { useCallback } from 'react';
import type { Settled } from './parked-actions';

export interface Parking {
  /** Who acts now, and when. */
  readonly settled: () => Settled;
  /** @param done what to say when it is saved @returns whether it is */
  readonly commit: (operations: readonly Operation[], label: string, done: string) => Promise<boolean>;
  /** For what must not be taken back afterwards because others have seen it. */
  readonly commitForGood: Parking['commit'];
}

export function useParking(): Parking {
  const register = useRegister();
  const office = useOffice();
  const { me } = useSyncStatus();
  const by = me?.name ?? office?.filler ?? office?.name ?? '本机用户';
  const save = useCallback(
    async (operations: readonly Operation[], label: string, done: string, isUndoable: boolean) => {
      const result = await register.commit(operations, { label, isUndoable });
      if (result.status === 'saved') {
        notifications.show({ message: done, autoClose: 5000 });
        return true;
      }
      const texts = [...new Set(result.problems.map(({ problem }) => problem.text))];
      const message = texts.slice(0, 3).join('\n');
      notifications.show({ color: 'red', title: '没有保存', message, autoClose: false });
      return false;
    },
    [register],
  );
  return {
    settled: () => ({ by, at: register.now() }),
    commit: (operations, label, done) => save(operations, label, `${done}按 Ctrl+Z 可以撤销。`, true),
    commitForGood: (operations, label, done) => save(operations, label, done, false),
  };
}
