/**
 * What a simulated device runs: built once into one script and evaluated anew at each start (device-realm.ts). Clock,
 * timers and chance are those of the realm, as in a browser.
 */
import { type OpenedRegister, openRegister } from '@renderer/data/open-register';
import { diskStorage, type Storage } from '@renderer/data/storage/open-database';
import type { Transport } from '@renderer/sync/county/transport';
import { createSyncEngine, type SyncEngine } from '@renderer/sync/sync-engine';
import { createIdGenerator } from '@shared/lib/ids';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';

export interface Start {
  readonly name: string;
  readonly by: string;
  readonly storage: Storage;
  readonly transport: Transport;
}
export interface Running {
  readonly register: OpenedRegister;
  readonly engine: SyncEngine;
}

async function start({ name, by, storage, transport }: Start): Promise<Running> {
  const register = await openRegister({
    name,
    storage,
    identity: () => ({ by, device: name }),
    now: () => new Date().toISOString(),
    newId: createIdGenerator(
      () => Date.now(),
      (bytes) => crypto.getRandomValues(bytes),
    ),
  });
  const engine = createSyncEngine({
    register,
    transport,
    clock: { nowMs: () => Date.now() },
    timers: {
      after(ms, run) {
        const id = setTimeout(run, ms);
        return () => clearTimeout(id);
      },
    },
    random: () => Math.random(),
    fillRandom: (into) => void crypto.getRandomValues(into),
    deviceName: name,
  });
  return { register, engine };
}

export const program = { start, diskStorage, getRxStorageMemory };
export type DeviceProgram = typeof program;
