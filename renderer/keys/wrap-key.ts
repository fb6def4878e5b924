/** Wrapping the data key by a password or by the recovery code. */
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { bytesOfText, textOfBytes } from '@renderer/platform/bytes-text';
import type { CodeWrap, Cost, PasswordWrap } from './keyring';
import { BrokenSeal, type Bytes, sealerOf } from './sealer';

/** What OWASP asks of Argon2id for a page that may use 19 MiB. */
export const usualCost: Cost = { kind: 'argon2id', memoryKib: 19_456, passes: 2, lanes: 1 };

const saltLength = 16;
const newSalt = (): Bytes => crypto.getRandomValues(new Uint8Array(saltLength));

/** @param about binds the wrap to its key and its owner */
export async function wrapByPassword(
  dataKey: Bytes,
  password: string,
  about: string,
  cost: Cost,
): Promise<PasswordWrap> {
  const salt = newSalt();
  const sealer = await passwordSealer(password, salt, cost);
  return { salt: textOfBytes(salt), cost, sealedKey: textOfBytes(await sealer.seal(dataKey, about)) };
}

/** null = not this password. */
export async function unwrapByPassword(
  { salt, cost, sealedKey }: PasswordWrap,
  password: string,
  about: string,
): Promise<Bytes | null> {
  const sealer = await passwordSealer(password, bytesOfText(salt), cost);
  return openOrNull(sealer.open(bytesOfText(sealedKey), about));
}

export async function wrapByCode(
  dataKey: Bytes,
  code: Bytes,
  about: string,
  madeAt: string,
): Promise<CodeWrap> {
  const salt = newSalt();
  const sealer = await codeSealer(code, salt);
  return { salt: textOfBytes(salt), sealedKey: textOfBytes(await sealer.seal(dataKey, about)), madeAt };
}

/** null = not this code. */
export async function unwrapByCode({ salt, sealedKey }: CodeWrap, code: Bytes, about: string) {
  const sealer = await codeSealer(code, bytesOfText(salt));
  return openOrNull(sealer.open(bytesOfText(sealedKey), about));
}

async function openOrNull(opening: Promise<Bytes>): Promise<Bytes | null> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof BrokenSeal) return null;
    throw error;
  }
}

/** One typed form of a password: keyboards of different systems write the same character differently. */
const bytesOfPassword = (password: string): Bytes => new TextEncoder().encode(password.normalize('NFKC'));

async function passwordSealer(password: string, salt: Bytes, cost: Cost) {
  const { memoryKib, passes, lanes } = cost;
  const options = { m: memoryKib, t: passes, p: lanes, dkLen: 32 };
  // In steps, so that the page stays alive meanwhile.
  const derived = new Uint8Array(await argon2idAsync(bytesOfPassword(password), salt, options));
  const key = await crypto.subtle.importKey('raw', derived, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return sealerOf(key, 'password');
}

async function codeSealer(code: Bytes, salt: Bytes) {
  const base = await crypto.subtle.importKey('raw', code, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('two-new-ledger/recovery');
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  return sealerOf(key, 'recovery');
}
