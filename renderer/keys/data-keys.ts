/** What one data key opens: for each purpose a key of its own, derived from it, so that none can be used for another. */
import { type Bytes, type Sealer, sealerOf } from './sealer';

/** `files`: copies of imported workbooks; `backups`: files outside of this program's own folders. */
export type Purpose = 'documents' | 'journal' | 'files' | 'backups';

/** The opened data key. Its bytes cannot be read back from here. */
export interface DataKeys {
  readonly keyId: string;
  /** The same sealer each time. */
  sealerFor(purpose: Purpose): Promise<Sealer>;
}

export const dataKeyLength = 32;
export const newDataKey = (): Bytes => crypto.getRandomValues(new Uint8Array(dataKeyLength));

/** @param dataKey 256 random bits; wiped by the caller when she is done */
export async function openDataKeys(dataKey: Bytes, keyId: string): Promise<DataKeys> {
  const base = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey']);
  const sealers = new Map<Purpose, Promise<Sealer>>();
  const derive = async (purpose: Purpose): Promise<Sealer> => {
    const info = new TextEncoder().encode(`two-new-ledger/${purpose}`);
    const key = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    );
    return sealerOf(key, keyId);
  };
  return {
    keyId,
    sealerFor(purpose) {
      const known = sealers.get(purpose) ?? derive(purpose);
      sealers.set(purpose, known);
      return known;
    },
  };
}
