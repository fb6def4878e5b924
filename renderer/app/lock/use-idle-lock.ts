import { notifications } from '@mantine/notifications';
import { keyDesk, useKeyState } from '@renderer/keys/current-desk';
import { watchIdle } from '@renderer/keys/idle-watch';
import { isUnattended, whenAttended } from '@renderer/keys/unattended';
import { platform } from '@renderer/platform/current-platform';
import { useEffect } from 'react';

const noticeId = 'idle-lock';

const warn = (isLastMinute: boolean): void => {
  if (!isLastMinute) notifications.hide(noticeId);
  else if (!isUnattended())
    notifications.show({
      id: noticeId,
      color: 'yellow',
      title: '一分钟后自动锁定',
      message: '动一下鼠标或键盘就不锁。没保存的填写会丢，已保存的都在。',
      autoClose: false,
    });
};

/** Locks when nobody touched any window of the ledger for the minutes of the setting. */
export function useIdleLock(): void {
  const state = useKeyState();
  const minutes = state.status === 'open' && state.me !== null ? state.facts.idleMinutes : null;
  useEffect(() => {
    if (minutes === null) return;
    const watch = watchIdle({
      idleMs: minutes * 60_000,
      nowMs: () => Date.now(),
      onAlive: () => platform.keyStore?.tell('active'),
      onWarn: warn,
      onIdle: () => whenAttended(() => void keyDesk.lock()),
    });
    const stopHearing = platform.keyStore?.hear((word) => word === 'active' && watch.alive());
    return () => {
      watch.stop();
      stopHearing?.();
    };
  }, [minutes]);
}
