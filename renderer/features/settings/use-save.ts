import { notifications } from '@mantine/notifications';
import { useRegister } from '@renderer/data/react';
import type { Operation } from '@renderer/data/register-store';
import { useCallback, useState } from 'react';

/**
 * Commits one undo step and says so. Saving is quiet (the top bar shows the time); failing is loud and gives the
 * reason of the first problem.
 * @returns `save` resolves to whether the change is in the register
 */
export function useSave() {
  const register = useRegister();
  const [isSaving, setSaving] = useState(false);
  const save = useCallback(
    async (operations: readonly Operation[], label: string): Promise<boolean> => {
      setSaving(true);
      const result = await register.commit(operations, { label });
      setSaving(false);
      if (result.status === 'saved') return true;
      notifications.show({
        color: 'red',
        title: `没有保存：${label}`,
        message: result.problems[0]?.problem.text ?? '请重试；仍不行时请先备份数据。',
        autoClose: false,
      });
      return false;
    },
    [register],
  );
  return { save, isSaving };
}
