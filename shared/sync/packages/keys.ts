/** Key pairs of county and devices for the exchange by package (SPEC.md, PACKAGE-2). Kept and sent as hexadecimal text. */
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{64}$/);
/** Ed25519 for signing, X25519 for sealing: 32 bytes each. */
export const publicKeys = z.strictObject({ signing: key, sealing: key });
export const secretKeys = z.strictObject({ signing: key, sealing: key });
export const keyPairs = z.strictObject({ public: publicKeys, secret: secretKeys });

export type PublicKeys = z.infer<typeof publicKeys>;
export type SecretKeys = z.infer<typeof secretKeys>;
export type KeyPairs = z.infer<typeof keyPairs>;

/** Fills the given array: crypto.getRandomValues in a page, randomFillSync at the county. */
export type FillRandom = (into: Uint8Array<ArrayBuffer>) => void;

export function randomBytes(fillRandom: FillRandom, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  fillRandom(bytes);
  return bytes;
}

/** New keys for whoever makes them; the secret ones never leave it but in a sealed package. */
export function createKeys(fillRandom: FillRandom): KeyPairs {
  const signing = bytesToHex(randomBytes(fillRandom, 32));
  const sealing = bytesToHex(randomBytes(fillRandom, 32));
  return keyPairsOf({ signing, sealing });
}

/** The pairs the secret keys belong to. */
export const keyPairsOf = (secret: SecretKeys): KeyPairs => ({
  public: {
    signing: bytesToHex(ed25519.getPublicKey(hexToBytes(secret.signing))),
    sealing: bytesToHex(x25519.getPublicKey(hexToBytes(secret.sealing))),
  },
  secret,
});
