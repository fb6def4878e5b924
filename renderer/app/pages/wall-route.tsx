import { WallPage } from '@renderer/features/boards/wall/wall-page';
import { beginUnattended } from '@renderer/keys/unattended';
import { useSyncActions } from '@renderer/sync/status/react';
import { useEffect } from 'react';
import { SteadyInsightProvider } from '../insight-provider';

/** News arrives by itself; this finds out that none can arrive any more, and that it can again. A county has few walls. */
const lookEveryMs = 10_000;

/** Nobody sits at a wall: it asks on its own, keeps the last figures, and does not lock for want of a hand. */
export function WallRoute() {
  const { syncNow } = useSyncActions();
  useEffect(beginUnattended, []);
  useEffect(() => {
    const timer = setInterval(syncNow, lookEveryMs);
    return () => clearInterval(timer);
  }, [syncNow]);
  return (
    <SteadyInsightProvider>
      <WallPage />
    </SteadyInsightProvider>
  );
}
