/** What lies beside the register and opens it: the data key, wrapped several times. Nothing in it helps without a secret. */
import { unlockDeposit } from '@shared/sync/unlock-help';
import { z } from 'zod';
import type { Bytes } from './sealer';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** What a guess costs; kept with the wrap, so that it can be raised later without locking anybody out. */
const cost = z.object({
  kind: z.literal('argon2id'),
  memoryKib: z
    .int()
    .min(8)
    .max(2 ** 21),
  passes: z.int().min(1).max(100),
  lanes: z.int().min(1).max(16),
});
export type Cost = z.infer<typeof cost>;

const passwordWrap = z.object({ salt: base64, cost, sealedKey: base64 });
export type PasswordWrap = z.infer<typeof passwordWrap>;

/** The code is random and long enough to need no costly derivation. */
const codeWrap = z.object({ salt: base64, sealedKey: base64, madeAt: z.string() });
export type CodeWrap = z.infer<typeof codeWrap>;

const localUser = z.object({ id: z.string(), name: z.string(), wrap: passwordWrap });
export type LocalUser = z.infer<typeof localUser>;

/** The county this computer is enrolled at, and what it may help with (SPEC.md, DEVICE-4). */
const countyHelp = z.object({
  countyId: z.string(),
  countyName: z.string(),
  deviceId: z.string(),
  /** Public key of the county. */
  sealingKey: z.string(),
  /** The key, wrapped by a code that only the county can read in the deposit; null = not made yet. */
  deposit: unlockDeposit.extend({ wrap: codeWrap }).nullable(),
  /** Somebody asked: the county may have told the code, so the next time the key is at hand it is replaced. */
  isAsked: z.boolean(),
  /** When the register was last opened with the county's help; null = never. */
  helpedAt: z.string().nullable(),
});
export type CountyHelp = z.infer<typeof countyHelp>;

export const keyring = z.object({
  version: z.literal(1),
  keyId: z.string(),
  madeAt: z.string(),
  /** As long as nobody has a password: the key as the computer guards it, and the name of what guards it. */
  guarded: z.object({ text: base64, by: z.string() }).nullable(),
  users: z.array(localUser),
  recovery: codeWrap.nullable(),
  /** null: enrolled nowhere. */
  county: countyHelp.nullable().default(null),
  /** Minutes without a sign of life until the screen locks. */
  idleMinutes: z.int().min(1).max(240),
  /** Wrong passwords in a row, and until when (UTC) none is tried. */
  failures: z.object({ count: z.int().min(0), waitUntil: z.string().nullable() }),
  lastUserId: z.string().nullable(),
});
export type Keyring = z.infer<typeof keyring>;

/** A keyring with the bytes of its key, which whoever holds them wipes. */
export interface Opened {
  readonly key: Bytes;
  readonly ring: Keyring;
}

export const usualIdleMinutes = 10;

/** @throws when the text is no keyring of a version this program knows */
export const parseKeyring = (text: string): Keyring => keyring.parse(JSON.parse(text));
