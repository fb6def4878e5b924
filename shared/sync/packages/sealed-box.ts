/**
 * Bytes only one reader can open: the holder of a secret key, or whoever was told a code. X25519, HKDF-SHA256 and
 * XChaCha20-Poly1305; every box has a key of its own, so its nonce is drawn from the same secret.
 * See docs/decisions/019-packages-by-stick.md.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type FillRandom, randomBytes } from './keys';

const tagLength = 16;
const keyLength = 32;
const saltLength = 16;
/** Bytes a box is longer than what is in it. */
export const keyBoxOverhead = keyLength + tagLength;
export const codeBoxOverhead = saltLength + tagLength;

/** 32 MiB and about a quarter of a second on an office computer: codes cannot be tried out by the million. */
const codeCost = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 } as const;

/**
 * Seals for the holder of a public sealing key, for example the county's (`EnrolReply.countyKeys.sealing`).
 * @param about what the box is for and belongs to: it does not open under another text
 */
export function sealForKey(
  recipient: string,
  about: Uint8Array,
  plain: Uint8Array,
  fillRandom: FillRandom,
): Uint8Array {
  const secret = randomBytes(fillRandom, keyLength);
  const sender = x25519.getPublicKey(secret);
  const shared = x25519.getSharedSecret(secret, hexToBytes(recipient));
  const cipher = cipherOf(shared, concatBytes(sender, hexToBytes(recipient)), about);
  return concatBytes(sender, cipher.encrypt(plain));
}

/** @param secret of the recipient. @returns null when the box is not for it, not about this, or was changed */
export function openWithKey(secret: string, about: Uint8Array, box: Uint8Array): Uint8Array | null {
  const sender = box.slice(0, keyLength);
  const own = hexToBytes(secret);
  return opened(() => {
    const shared = x25519.getSharedSecret(own, sender);
    return cipherOf(shared, concatBytes(sender, x25519.getPublicKey(own)), about).decrypt(
      box.slice(keyLength),
    );
  });
}

/** Seals for whoever is told the code. @param code as it was made, in its one normal form */
export function sealWithCode(
  code: string,
  about: Uint8Array,
  plain: Uint8Array,
  fillRandom: FillRandom,
): Uint8Array {
  const salt = randomBytes(fillRandom, saltLength);
  return concatBytes(salt, cipherOf(scrypt(utf8ToBytes(code), salt, codeCost), salt, about).encrypt(plain));
}

/** @returns null when the code is another, or the box was changed */
export function openWithCode(code: string, about: Uint8Array, box: Uint8Array): Uint8Array | null {
  const salt = box.slice(0, saltLength);
  return opened(() =>
    cipherOf(scrypt(utf8ToBytes(code), salt, codeCost), salt, about).decrypt(box.slice(saltLength)),
  );
}

function cipherOf(secret: Uint8Array, salt: Uint8Array, about: Uint8Array) {
  const material = hkdf(sha256, secret, salt, utf8ToBytes('two-new-ledger sealed box 1'), 56);
  return xchacha20poly1305(material.slice(0, 32), material.slice(32), about);
}

/** The ciphers throw on whatever does not fit: a tag, a key of low order, a box too short to be one. */
function opened(open: () => Uint8Array): Uint8Array | null {
  try {
    return open();
  } catch {
    return null;
  }
}
