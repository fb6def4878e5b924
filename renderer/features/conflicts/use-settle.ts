/** Settling conflicts from the screen: one undo step, a word about it, the next one shown. */
import { notifications } from '@mantine/notifications';
import { useOffice, useRegister } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { useCallback } from 'react';
import type { ConflictView } from './conflict-view';
import { type Answer, isPossible, settleOperations } from './settle';

const words = { mine: '采用提出的值', theirs: '采用县级值', other: '另填新值' } as const;

/** Resolves to whether it is saved. Conflicts the answer does not fit are left open. */
export type Settle = (views: readonly ConflictView[], answer: Answer) => Promise<boolean>;

export function useSettle(): Settle {
  const register = useRegister();
  const office = useOffice();
  const { me } = useSyncStatus();
  const by = me?.name ?? office?.filler ?? office?.name ?? '本机用户';
  return useCallback(
    async (views, answer) => {
      const possible = views.filter((view) => isPossible(view, answer.choice));
      const settled = { by, at: register.now() };
      const [first] = possible;
      if (first === undefined) return false;
      const count = possible.length > 1 ? `等 ${possible.length} 处` : '';
      const label = `处理冲突：${first.title}“${first.fieldLabel}”${count}${words[answer.choice]}`;
      const result = await register.commit(
        possible.flatMap((view) => settleOperations(view, answer, settled)),
        { label },
      );
      if (result.status === 'failed') {
        const message = result.problems[0]?.problem.text ?? '请核对后重试。';
        notifications.show({ color: 'red', title: '没有保存', message, autoClose: false });
        return false;
      }
      const left = views.length - possible.length;
      const rest = left > 0 ? `另有 ${left} 处不适用，仍待处理。` : '';
      notifications.show({
        message: `已${words[answer.choice]}${count === '' ? '' : `，共 ${possible.length} 处`}。${rest}按 Ctrl+Z 可以撤销。`,
        autoClose: 4000,
      });
      return true;
    },
    [register, by],
  );
}
