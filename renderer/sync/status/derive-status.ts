/** The status people see, from what is remembered and what this moment brings. Pure. */
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { SyncLists, SyncMemory } from '../sync-memory';
import type { Activity, Link, PackageStatus, RemovalQuestion, SyncStatus } from './sync-status';

/** What only the window that syncs knows; it tells the others. */
export interface Moment {
  readonly activity: Activity;
  /** Whether the county answered the last time it was asked; null = not asked since the start. */
  readonly isReachable: boolean | null;
  readonly problem: Problem | null;
  readonly nextTryAt: string | null;
}
export const quietMoment: Moment = { activity: 'idle', isReachable: null, problem: null, nextTryAt: null };

/** A device tells its user when the clocks differ by more (SKEW-4). */
const toleratedMs = 5 * 60_000;
/** Records named in the question what to remove. */
export const namedRemovals = 20;

export interface Known {
  readonly memory: SyncMemory | null;
  readonly lists: SyncLists;
  readonly moment: Moment;
  readonly unsentCount: number;
  readonly removal: RemovalQuestion | null;
}

export function deriveStatus({ memory, lists, moment, unsentCount, removal }: Known): SyncStatus {
  return {
    link: linkOf(memory, moment),
    activity: moment.activity,
    progress: memory?.fullPull ?? null,
    partial: partialOf(memory, moment),
    serverUrl: memory?.serverUrl || null,
    me: memory?.me ?? null,
    unsentCount,
    unreadableCount: lists.unreadable.length,
    lastContactAt: memory?.lastContactAt ?? null,
    lastPushAt: memory?.lastPushAt ?? null,
    lastPushCount: memory?.lastPushCount ?? 0,
    lastPullAt: memory?.lastPullAt ?? null,
    lastPullCount: memory?.lastPullCount ?? 0,
    nextTryAt: moment.nextTryAt,
    problem: problemOf(memory, moment, removal),
    agreement: memory?.agreement ?? null,
    clockAheadMs: memory?.clockAheadMs ?? null,
    removal,
    packages: packagesOf(memory),
  };
}

function packagesOf(memory: SyncMemory | null): PackageStatus | null {
  if (memory?.packages == null || memory.standing === 'wiped') return null;
  const { countyId, countyName, deviceId, exported, answered, countyKeys } = memory.packages;
  return { countyId, countyName, deviceId, exported, answered, countySealingKey: countyKeys.sealing };
}

function linkOf(memory: SyncMemory | null, { isReachable }: Moment): Link {
  if (memory === null) return 'alone';
  if (memory.standing === 'wiped') return 'wiped';
  // The county has forgotten this device; it is enrolled like a new one.
  if (memory.deviceToken === '') return 'alone';
  if (memory.sessionToken === null) return 'loggedOut';
  if (memory.standing !== 'active') return 'draining';
  return isReachable === true ? 'online' : 'offline';
}

/** A register kept alone so far is complete in its own way until the county's records begin to come. */
function partialOf(memory: SyncMemory | null, { activity }: Moment): Problem | null {
  if (memory === null || memory.standing !== 'active') return null;
  const { fullPull, checkpoint, joining, isJoined, sessionToken } = memory;
  const isAwaited = checkpoint === null && joining === null && !isJoined && sessionToken !== null;
  if (fullPull?.isFirst !== true && !isAwaited) return null;
  const { done, total } = fullPull ?? { done: 0, total: null };
  return syncProblems.firstPullUnderWay({ done, total, isRunning: activity !== 'idle' });
}

/** The one that most needs a person. */
function problemOf(
  memory: SyncMemory | null,
  { problem }: Moment,
  removal: RemovalQuestion | null,
): Problem | null {
  if (problem) return problem;
  if (memory?.joining && memory.sessionToken !== null) return syncProblems.placesToMatch({});
  if (removal) return syncProblems.removalNeedsYes({ count: removal.count, total: removal.total });
  const aheadMs = Math.abs(memory?.clockAheadMs ?? 0);
  return aheadMs > toleratedMs ? syncProblems.clockDiffers({ minutes: Math.round(aheadMs / 60_000) }) : null;
}
