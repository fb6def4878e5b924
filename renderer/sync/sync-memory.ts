/** What sync remembers between two starts, and between windows: checked when read, written in one piece. */
import type { LocalMemory } from '@renderer/data/storage/local-memory';
import { collectionNames } from '@shared/domain/collections';
import { countyNumber, id, instant } from '@shared/domain/values';
import { me } from '@shared/sync/account-messages';
import { checkpoint } from '@shared/sync/messages';
import { keyPairs, publicKeys } from '@shared/sync/packages/keys';
import { modelVersion } from '@shared/sync/protocol';
import { z } from 'zod';

const ref = z.object({ collection: z.enum(collectionNames), id });
const optionalInstant = instant.nullable().default(null);
const compared = z.object({
  collection: z.string(),
  count: z.int(),
  digest: z.string(),
  countyCount: z.int(),
  countyDigest: z.string(),
});

/** What a device needs and remembers for the exchange by package (SPEC.md, PACKAGE). */
const packageMemorySchema = z.object({
  keys: keyPairs,
  countyKeys: publicKeys,
  /** As they are written on packages. */
  countyId: id,
  countyName: z.string(),
  deviceId: id,
  deviceName: z.string(),
  placeName: z.string(),
  /** Highest number given to a report; 0 = none. */
  lastReport: z.int(),
  /** Highest number of a receipt or first-sync package that was taken; 0 = none. */
  lastReceipt: z.int(),
  /** The last report a person saved. */
  exported: z.object({ number: z.int(), at: instant, editCount: z.int() }).nullable(),
  /** The last report a taken receipt answered, and when it was taken here. */
  answered: z.object({ number: z.int(), at: instant }).nullable(),
});

const memorySchema = z.object({
  /** Empty: enrolled by a package, and never told where the county is. */
  serverUrl: z.string(),
  /** Empty: the county knows this device no longer. */
  deviceToken: z.string(),
  /** null: nobody is logged in. */
  sessionToken: z.string().nullable(),
  me: me.nullable().catch(null),
  /** Whose login this is, where several people have a password on this computer; null: nobody in particular. */
  localUserId: z.string().nullable().default(null),
  /** Logins of the others, by local user. */
  setAside: z
    .record(z.string(), z.object({ sessionToken: z.string(), me: me.nullable().catch(null) }))
    .default({}),
  /** `wiping`: everything was delivered, the register is being emptied, the county does not know it yet (DEVICE-2). */
  standing: z.enum(['active', 'draining', 'wiping', 'wiped']),
  /** null: nothing was ever read from this county. */
  checkpoint: checkpoint.nullable(),
  /** A pull from 0 that is not done yet; `total` null = the county did not say. */
  fullPull: z
    .object({
      done: z.int(),
      total: z.int().nullable(),
      /** Records the device should have are not here yet; else everything is only read once more. */
      isFirst: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** A register that was kept alone: its places wait for a person (`places` null), or are being replaced. */
  joining: z
    .object({ places: z.array(z.tuple([id, id])).nullable() })
    .nullable()
    .default(null),
  /** A person has matched the places of this register, or there were none to match. */
  isJoined: z.boolean().default(false),
  /** Version of the model everything was last read with (SKEW-2). */
  model: z.int().default(modelVersion),
  /** Nothing is exchanged until then: a window is replacing the register. */
  heldUntil: optionalInstant,
  /** Documents removed without asking since device and county last agreed (GUARD-1). */
  removedCount: z.int().default(0),
  agreement: z
    .object({
      at: instant,
      isAgreed: z.boolean(),
      through: countyNumber,
      count: z.int(),
      digest: z.string(),
      collections: z.array(compared).readonly(),
    })
    .nullable()
    .catch(null)
    .default(null),
  /** null: enrolled without keys, or never. */
  packages: packageMemorySchema.nullable().catch(null).default(null),
  clockAheadMs: z.number().nullable().default(null),
  lastContactAt: optionalInstant,
  lastPushAt: optionalInstant,
  lastPushCount: z.int().default(0),
  lastPullAt: optionalInstant,
  lastPullCount: z.int().default(0),
});

const listsSchema = z.object({
  /** PULL-4: not readable by this version, to be fetched again. */
  unreadable: z.array(ref.extend({ seq: countyNumber })).default([]),
  /** GUARD-1: what a person was asked about, and what she said; `answer` null = nothing yet. */
  removal: z
    .object({
      refs: z.array(ref),
      answer: z.enum(['remove', 'keep']).nullable(),
      /** Until then a `keep` is not asked about again. */
      keptUntil: optionalInstant,
    })
    .nullable()
    .default(null),
});

export type PackageMemory = z.infer<typeof packageMemorySchema>;
export type SyncMemory = z.infer<typeof memorySchema>;
export type SyncLists = z.infer<typeof listsSchema>;
const emptyLists: SyncLists = { unreadable: [], removal: null };

/** ROLE-5, told in the middle of work. Whoever is not known any more logs in again, and is told then. */
export const askedForPassword = (now: SyncMemory): SyncMemory =>
  now.me === null ? { ...now, sessionToken: null } : { ...now, me: { ...now.me, mustChangePassword: true } };

/** One value with its shape. */
export interface Memory<T> {
  get(): T;
  /** Atomic; built on what any window wrote last. */
  change(build: (now: T) => T): Promise<T>;
  subscribe(listener: () => void): () => void;
}

/** null: this register was never enrolled. */
export const syncMemoryOf = (memory: LocalMemory): Memory<SyncMemory | null> =>
  checked(memory, (value) => memorySchema.nullable().catch(null).parse(value));

export const syncListsOf = (memory: LocalMemory): Memory<SyncLists> =>
  checked(memory, (value) => listsSchema.catch(emptyLists).parse(value ?? {}));

function checked<T extends object | null>(memory: LocalMemory, read: (value: unknown) => T): Memory<T> {
  let raw: unknown;
  let value: T | undefined;
  const get = (): T => {
    const now = memory.get();
    if (value === undefined || now !== raw) {
      raw = now;
      value = read(now);
    }
    return value;
  };
  return {
    get,
    async change(build) {
      // Plain data by its schema.
      await memory.change((now) => build(read(now)) as Record<string, unknown> | null);
      return get();
    },
    subscribe: memory.subscribe,
  };
}
