/** Nothing of the register is in memory or on the screen before its key is there, and nothing after it was locked. */
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { keyDesk, useKeyState } from '@renderer/keys/current-desk';
import type { DataKeys } from '@renderer/keys/data-keys';
import { type ReactNode, useEffect, useState } from 'react';
import { FirstPasswordPage } from './lock/first-password-page';
import { LockPage } from './lock/lock-page';
import { useIdleLock } from './lock/use-idle-lock';
import { useLockKey } from './lock/use-lock-key';
import { OpenFailedPage } from './open-failed-page';
import { closeRegister } from './use-opened-register';

interface KeyGateProps {
  /** @param keys null where the page cannot encrypt */
  readonly children: (keys: DataKeys | null) => ReactNode;
}

// Whatever locks the register, from whichever window.
keyDesk.subscribe(() => {
  if (keyDesk.get().status === 'open') return;
  void closeRegister();
  // What lies outside the tree below: questions, messages, the page last printed.
  modals.closeAll();
  notifications.clean();
  document.querySelector('iframe[data-print]')?.remove();
});

export function KeyGate({ children }: KeyGateProps) {
  const state = useKeyState();
  /** The recovery code of a first password, while it is shown. */
  const [sheet, setSheet] = useState<string | null>(null);
  useEffect(() => {
    void keyDesk.start();
  }, []);
  useIdleLock();
  useLockKey();
  if (state.status === 'unguarded' || sheet !== null)
    return (
      <FirstPasswordPage
        offered={state.status === 'unguarded' ? state.offered : ''}
        sheet={sheet}
        onSheet={setSheet}
        onDone={() => setSheet(null)}
      />
    );
  switch (state.status) {
    case 'starting':
      return <LoadingScreen doing="正在打开台账…" />;
    case 'bare':
      return children(null);
    case 'open':
      return children(state.keys);
    case 'locked':
      return <LockPage facts={state.facts} onSheet={setSheet} />;
    case 'failed':
      return (
        <OpenFailedPage error={state.error} problem={state.problem} onRetry={() => void keyDesk.start()} />
      );
  }
}
