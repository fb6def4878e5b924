/** What lies beside the register and opens it: the data key, wrapped several times. Nothing in it helps without a secret. */
import { z } from 'zod';

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

export const keyring = z.object({
  version: z.literal(1),
  keyId: z.string(),
  madeAt: z.string(),
  /** As long as nobody has a password: the key as the computer guards it, and the name of what guards it. */
  guarded: z.object({ text: base64, by: z.string() }).nullable(),
  users: z.array(localUser),
  recovery: codeWrap.nullable(),
  /** Minutes without a sign of life until the screen locks. */
  idleMinutes: z.int().min(1).max(240),
  /** Wrong passwords in a row, and until when (UTC) none is tried. */
  failures: z.object({ count: z.int().min(0), waitUntil: z.string().nullable() }),
  lastUserId: z.string().nullable(),
});
export type Keyring = z.infer<typeof keyring>;

export const usualIdleMinutes = 10;

/** @throws when the text is no keyring of a version this program knows */
export const parseKeyring = (text: string): Keyring => keyring.parse(JSON.parse(text));
