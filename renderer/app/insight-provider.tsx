/** Who answers boards: the county where somebody of the county is logged in and it can be reached, else this device. */
import type { InsightSource } from '@renderer/data/insights/insight-source';
import { InsightSourceProvider, useRegisterSource } from '@renderer/data/insights/react';
import { createObservable } from '@renderer/data/observable';
import { useObservable } from '@renderer/data/react';
import { createCountySource } from '@renderer/sync/insights/county-source';
import { createSteadySource, type LastAnswers } from '@renderer/sync/insights/steady-source';
import { useSyncActions, useSyncPart } from '@renderer/sync/status/react';
import type { InsightPosition } from '@shared/insights/messages';
import type { Role } from '@shared/sync/access';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

/** A clerk's own register is as new as can be; the county is asked by those who look at all of it. */
const countyRoles: ReadonlySet<Role> = new Set<Role>(['organizer', 'auditor']);
/** While the county still counts what it has received: an edit takes no time, a large import takes its time. */
const againMs = [150, 300, 600, 1500, 3000] as const;

/** A new source whenever the answers may have changed. */
function useCountySource(): InsightSource {
  const lastPullAt = useSyncPart((status) => status.lastPullAt);
  const lastPushAt = useSyncPart((status) => status.lastPushAt);
  const { ask } = useSyncActions();
  const [position] = useState(() => createObservable<InsightPosition | null>(null));
  const [round, setRound] = useState(0);
  const isSettled = useObservable(position)?.isSettled ?? true;
  const [unsettled, setUnsettled] = useState(0);
  if (isSettled && unsettled !== 0) setUnsettled(0);
  // A new round that finds it unsettled again waits again, longer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(
      () => {
        setUnsettled((count) => count + 1);
        setRound((count) => count + 1);
      },
      againMs[Math.min(unsettled, againMs.length - 1)],
    );
    return () => clearTimeout(timer);
  }, [isSettled, round]);
  // What was pulled or pushed since may change every answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(() => createCountySource(ask, position), [ask, position, lastPullAt, lastPushAt, round]);
}

function useIsCountys(): boolean {
  const me = useSyncPart((status) => status.me);
  return me !== null && countyRoles.has(me.role);
}

export function InsightProvider({ children }: { readonly children: ReactNode }) {
  const link = useSyncPart((status) => status.link);
  const local = useRegisterSource();
  const county = useCountySource();
  const isCounty = useIsCountys() && link === 'online';
  return <InsightSourceProvider source={isCounty ? county : local}>{children}</InsightSourceProvider>;
}

/** For a wall: once the county has answered, a lost line or an expired login does not change who is asked. */
export function SteadyInsightProvider({ children }: { readonly children: ReactNode }) {
  const local = useRegisterSource();
  const county = useCountySource();
  const [last] = useState<LastAnswers>(() => new Map());
  const isCountysNow = useIsCountys();
  const [isCountys, setCountys] = useState(isCountysNow);
  if (isCountysNow && !isCountys) setCountys(true);
  // What changes here is no reason to ask the county again.
  const fallback = useRef(local);
  useEffect(() => {
    fallback.current = local;
  }, [local]);
  const steady = useMemo(() => createSteadySource(county, () => fallback.current, last), [county, last]);
  return <InsightSourceProvider source={isCountys ? steady : local}>{children}</InsightSourceProvider>;
}
