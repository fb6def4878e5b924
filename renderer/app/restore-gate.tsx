/** Nobody works in a register whose restore was cut off: a person says first which of the two it shall be. */
import { LoadingScreen } from '@renderer/components/loading-screen';
import { restoreStageOf, type StageFacts } from '@renderer/data/backups/restore-stage';
import { takeRestoreTurn } from '@renderer/data/backups/restore-turn';
import { localDatabase } from '@renderer/data/local-database';
import type { DataKeys } from '@renderer/keys/data-keys';
import { type ReactNode, useEffect, useState } from 'react';
import { CutOffPage } from './cut-off-page';
import { OpenFailedPage } from './open-failed-page';

interface RestoreGateProps {
  /** null where the page cannot encrypt. */
  readonly keys: DataKeys | null;
  readonly children: ReactNode;
}

type Found =
  | { readonly status: 'looking' }
  /** Another window has the turn. */
  | { readonly status: 'waiting' }
  | { readonly status: 'cutOff'; readonly facts: StageFacts | 'damaged' }
  | { readonly status: 'clear' }
  | { readonly status: 'failed'; readonly error: unknown };

/** Long enough for a turn that nobody else has. */
const waitingAfterMs = 1500;

export function RestoreGate({ keys, children }: RestoreGateProps) {
  const [found, setFound] = useState<Found>({ status: 'looking' });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round looks anew.
  useEffect(() => {
    const waiting = setTimeout(() => setFound({ status: 'waiting' }), waitingAfterMs);
    const settle = (next: Found) => {
      clearTimeout(waiting);
      // While somebody is asked the turn stays here.
      if (next.status !== 'cutOff') leave();
      setFound(next);
    };
    const leave = takeRestoreTurn(() => {
      restoreStageOf(localDatabase.name)
        .facts()
        .then(
          (facts) => settle(facts === null ? { status: 'clear' } : { status: 'cutOff', facts }),
          (error: unknown) => settle({ status: 'failed', error }),
        );
    });
    return () => {
      clearTimeout(waiting);
      leave();
    };
  }, [round]);
  const lookAgain = () => setRound((count) => count + 1);
  switch (found.status) {
    case 'looking':
      return <LoadingScreen doing="正在打开台账…" />;
    case 'waiting':
      return <LoadingScreen doing="另一个窗口正在恢复备份，请到那个窗口办完，这里会自动打开…" />;
    case 'cutOff':
      return <CutOffPage facts={found.facts} keys={keys} onDone={lookAgain} />;
    case 'clear':
      return children;
    case 'failed':
      return <OpenFailedPage error={found.error} onRetry={lookAgain} />;
  }
}
