/** Nothing of the register is in memory or on the screen before its key is there, and nothing after it was locked. */
import { LoadingScreen } from '@renderer/components/loading-screen';
import { keyDesk, useKeyState } from '@renderer/keys/current-desk';
import type { DataKeys } from '@renderer/keys/data-keys';
import { type ReactNode, useEffect } from 'react';
import { OpenFailedPage } from './open-failed-page';
import { closeRegister } from './use-opened-register';

interface KeyGateProps {
  /** @param keys null where the page cannot encrypt */
  readonly children: (keys: DataKeys | null) => ReactNode;
}

// Whatever locks the register, from whichever window.
keyDesk.subscribe(() => {
  if (keyDesk.get().status !== 'open') void closeRegister();
});

export function KeyGate({ children }: KeyGateProps) {
  const state = useKeyState();
  useEffect(() => {
    void keyDesk.start();
  }, []);
  switch (state.status) {
    case 'starting':
      return <LoadingScreen doing="正在打开台账…" />;
    case 'bare':
      return children(null);
    case 'open':
      return children(state.keys);
    case 'locked':
    case 'unguarded':
      return null;
    case 'failed':
      return (
        <OpenFailedPage error={state.error} problem={state.problem} onRetry={() => void keyDesk.start()} />
      );
  }
}
