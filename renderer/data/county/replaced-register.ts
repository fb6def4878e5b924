/**
 * What becomes of sync's memory when another register takes the place of this one: the device stays the county's, but it
 * has read nothing yet, and nobody exchanges anything before the new register is whole.
 */

import type { Sealer } from '@renderer/keys/sealer';
import { openLocalMemory, type Remembered } from '../storage/local-memory';
import type { RegisterDatabase } from '../storage/open-database';

/** Name of what sync remembers; its shape is renderer/sync/sync-memory.ts, of which some fields are set here. */
export const countyMemoryName = 'county';

/** A window that dies over replacing the register holds sync up no longer than this. */
export const heldMs = 10 * 60_000;

export const heldForReplacing = (now: Remembered, instant: string): Remembered =>
  now && {
    ...now,
    checkpoint: null,
    isJoined: false,
    agreement: null,
    heldUntil: new Date(Date.parse(instant) + heldMs).toISOString(),
  };

/** The new register is whole: the exchange begins anew from it. */
export async function releaseHeld(database: RegisterDatabase, sealer: Sealer | null): Promise<void> {
  const memory = await openLocalMemory(database, countyMemoryName, sealer);
  if (memory.get() !== null) await memory.change((now) => now && { ...now, heldUntil: null });
}

/** A database that is removed and made anew keeps what sync remembers. */
export async function carryMemory(
  database: RegisterDatabase,
  remembered: Remembered,
  sealer: Sealer | null,
): Promise<void> {
  const memory = await openLocalMemory(database, countyMemoryName, sealer);
  if (remembered !== null) await memory.change(() => remembered);
}
