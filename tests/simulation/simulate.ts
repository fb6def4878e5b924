/** Runs one simulation from its seed, or from a list of steps, and says what went wrong. */
import type { Database } from '@server/db/database';
import { bringToRest } from './invariants/quiet-point';
import { planOf, type Step } from './plan/steps';
import { emptyDatabase } from './world/county-copy';
import type { StorageKind } from './world/device-disk';
import type { Programs } from './world/device-realm';
import { World } from './world/world';

/** Always the same: nothing a county does may depend on where and when it runs. */
const countyId = 'simulated';

export interface SimulationOptions {
  readonly database: Database;
  readonly programs: Programs;
  readonly storage?: StorageKind;
  /** Requests run at the same time; only for a database with several connections. */
  readonly isConcurrent?: boolean;
  readonly devices?: number;
  readonly steps?: number;
}
export interface Outcome {
  readonly problems: readonly string[];
  readonly steps: readonly Step[];
  readonly counts: Readonly<Record<string, number>>;
  /** Digest of every request in its order: the same story gives the same one. */
  readonly story: string;
}

/** @param given steps to run instead of those of the seed */
export async function simulate(
  seed: number,
  {
    database,
    programs,
    storage = 'memory',
    isConcurrent = false,
    devices = 5,
    steps = 300,
  }: SimulationOptions,
  given?: readonly Step[],
): Promise<Outcome> {
  const plan = given ?? planOf(seed, { devices, steps });
  await emptyDatabase(database);
  const world = await World.open({ seed, devices, countyId, database, storage, isConcurrent, programs });
  const release = storage === 'dexie' ? world.time.trackImmediates() : () => {};
  try {
    await world.begin();
    for (const step of plan) {
      if (step.name === 'quiet') await bringToRest(world);
      else await world.do(step);
      if (world.problems.length > 0) break;
    }
    if (world.problems.length === 0 && plan.at(-1)?.name !== 'quiet') await bringToRest(world);
  } catch (error) {
    world.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    release();
    await world.end();
  }
  return {
    problems: world.problems,
    steps: plan,
    story: world.wire.story(),
    counts: { ...world.wire.counts, edits: world.ledger.count, meetings: world.county.meetings },
  };
}
