import { notifications } from '@mantine/notifications';
import { keyDesk } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import { useEffect } from 'react';

/** Locks; says how to get there where nobody has a password yet. */
function lockOrSay(): void {
  const state = keyDesk.get();
  if (state.status !== 'open') return;
  if (state.me !== null) {
    void keyDesk.lock();
    return;
  }
  notifications.show({ title: '还没有设本机口令', message: '设了口令才能锁定：到“设置 · 本机安全”里设置。' });
}

/** Ctrl+L, wherever the cursor is, and 锁定 in the menu of the desktop's window. */
export function useLockKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isLock = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isLock || event.key.toLowerCase() !== 'l') return;
      // Browsers would jump to the address line.
      event.preventDefault();
      lockOrSay();
    };
    const stop = platform.onLockAsked(lockOrSay);
    window.addEventListener('keydown', listen);
    return () => {
      stop();
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
