/** The county takes a device out of service (SPEC, DEVICE-2 and DEVICE-3). */
import type { OpenedRegister } from '@renderer/data/open-register';
import { modelVersion } from '@shared/sync/protocol';
import type { CountyClient, Failure } from './county/county-client';
import type { CycleContext } from './cycle/cycle-context';
import { requireMemory } from './cycle/cycle-context';
import type { Memory, SyncLists, SyncMemory } from './sync-memory';

export interface WipeOptions {
  readonly register: OpenedRegister;
  readonly memory: Memory<SyncMemory | null>;
  readonly lists: Memory<SyncLists>;
  readonly onWiped: () => void;
}

/** Empties the register and forgets every secret; what stays is that, and for whom, it was done. */
export async function wipeRegister({ register, memory, lists, onWiped }: WipeOptions): Promise<void> {
  await register.county.wipe();
  await lists.change(() => ({ unreadable: [], removal: null }));
  await memory.change((now) => now && wiped(now));
  onWiped();
}

const wiped = ({ serverUrl }: SyncMemory): SyncMemory => ({
  ...freshMemory(serverUrl, ''),
  standing: 'wiped',
});

/** A device that was just enrolled and knows nothing yet. */
export const freshMemory = (serverUrl: string, deviceToken: string): SyncMemory => ({
  serverUrl,
  deviceToken,
  sessionToken: null,
  me: null,
  localUserId: null,
  setAside: {},
  standing: 'active',
  checkpoint: null,
  fullPull: null,
  joining: null,
  isJoined: false,
  model: modelVersion,
  heldUntil: null,
  removedCount: 0,
  agreement: null,
  packages: null,
  clockAheadMs: null,
  lastContactAt: null,
  lastPushAt: null,
  lastPushCount: 0,
  lastPullAt: null,
  lastPullCount: 0,
});

/** DEVICE-2: the register goes when nothing is left to deliver, also of what was saved a moment ago. @returns whether it went */
export const emptyWhenDelivered = ({ store, memory }: CycleContext): Promise<boolean> =>
  store.wipe(async () => {
    const isDelivered = store.unsentCount.get() === 0;
    await memory.change((now) => now && { ...now, standing: isDelivered ? 'wiping' : 'draining' });
    return isDelivered;
  });

/**
 * DEVICE-2: when nothing is left to deliver, the register goes and the county is told. It goes first: a device that says
 * so and then fails to do it would never be asked again.
 * @returns why the county could not be told; null when nothing is to be done or all is
 */
export async function endDraining(
  context: CycleContext,
  options: WipeOptions & { readonly client: Pick<CountyClient, 'reportWiped'> },
): Promise<Failure | null> {
  const { standing, sessionToken, serverUrl } = requireMemory(context);
  if (standing === 'active' || !(await emptyWhenDelivered(context))) return null;
  const told = await options.client.reportWiped({ serverUrl, sessionToken });
  // Any answer will do: a county that has forgotten the session or the device needs no telling.
  if (!told.ok && told.failure.status === null) return told.failure;
  await wipeRegister(options);
  return null;
}
