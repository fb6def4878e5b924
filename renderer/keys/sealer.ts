/**
 * Sealing bytes with AES-256-GCM (WebCrypto): nobody without the key reads them, and nobody changes or moves them
 * unnoticed. The only file that encrypts.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

export interface Sealer {
  /** Names the key without telling anything about it: what was sealed under another id cannot be opened. */
  readonly keyId: string;
  /** @param about where the bytes belong, for example `people/01J…`; sealed bytes open only under the same words */
  seal(plain: Bytes, about: string): Promise<Bytes>;
  /** @throws BrokenSeal when they were sealed with another key or about something else, or are damaged */
  open(sealed: Bytes, about: string): Promise<Bytes>;
}

/** Bytes that cannot be opened. Says nothing of their content. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal';
  constructor(readonly about: string) {
    super(`sealed bytes of ${about} do not open`);
  }
}

/** Length AES-GCM is made for; drawn anew for every sealing. */
const nonceLength = 12;

/** @param key for AES-GCM, allowed to encrypt and decrypt */
export const sealerOf = (key: CryptoKey, keyId: string): Sealer => ({
  keyId,
  async seal(plain, about) {
    const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
    const sealed = await crypto.subtle.encrypt(gcm(iv, about), key, plain);
    const bytes = new Uint8Array(nonceLength + sealed.byteLength);
    bytes.set(iv);
    bytes.set(new Uint8Array(sealed), nonceLength);
    return bytes;
  },
  async open(sealed, about) {
    try {
      const iv = sealed.subarray(0, nonceLength);
      return new Uint8Array(await crypto.subtle.decrypt(gcm(iv, about), key, sealed.subarray(nonceLength)));
    } catch {
      // WebCrypto tells no reason, on purpose.
      throw new BrokenSeal(about);
    }
  },
});

const gcm = (iv: Bytes, about: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(about),
});
