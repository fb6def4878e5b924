/** Who answers boards: the county where somebody of the county is logged in and it can be reached, else this device. */
import { InsightSourceProvider, useRegisterSource } from '@renderer/data/insights/react';
import { createObservable } from '@renderer/data/observable';
import { useObservable } from '@renderer/data/react';
import { createCountySource } from '@renderer/sync/insights/county-source';
import { useSyncActions, useSyncStatus } from '@renderer/sync/status/react';
import type { InsightPosition } from '@shared/insights/messages';
import type { Role } from '@shared/sync/access';
import { type ReactNode, useEffect, useMemo, useState } from 'react';

/** A clerk's own register is as new as can be; the county is asked by those who look at all of it. */
const countyRoles: ReadonlySet<Role> = new Set<Role>(['organizer', 'auditor']);
/** While the county still counts what it has received. */
const againMs = 3000;

export function InsightProvider({ children }: { readonly children: ReactNode }) {
  const { link, me, lastPullAt, lastPushAt } = useSyncStatus();
  const { ask } = useSyncActions();
  const local = useRegisterSource();
  const [position] = useState(() => createObservable<InsightPosition | null>(null));
  const [round, setRound] = useState(0);
  const isSettled = useObservable(position)?.isSettled ?? true;
  // A new round that finds it unsettled again waits again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => setRound((count) => count + 1), againMs);
    return () => clearTimeout(timer);
  }, [isSettled, round]);
  // What was pulled or pushed since may change every answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const county = useMemo(
    () => createCountySource(ask, position),
    [ask, position, lastPullAt, lastPushAt, round],
  );
  const isCounty = link === 'online' && me !== null && countyRoles.has(me.role);
  return <InsightSourceProvider source={isCounty ? county : local}>{children}</InsightSourceProvider>;
}
