/**
 * Where the computer keeps what opens the register: a text (the keyring), and a guard that holds the data key as long as
 * nobody has set a password.
 */
import { bytesOfText, textOfBytes } from './bytes-text';
import { createKeyValueStore } from './key-value-store';
import type { KeyringCopy } from './private-journal/private-journal';

type Bytes = Uint8Array<ArrayBuffer>;

export interface KeyStore {
  /** null = this computer has no keyring yet. @throws when it cannot be read: then nobody may write a new one */
  read(): Promise<string | null>;
  /**
   * Resolves when the text is on the disk, as a whole.
   * @param isPortable something a person knows opens it, without this computer's guard
   */
  write(text: string, isPortable: boolean): Promise<void>;
  /** Changes of several windows go one after another. */
  exclusively<T>(job: () => Promise<T>): Promise<T>;
  readonly guard: KeyGuard;
  /** Tells the other windows of this computer. */
  tell(word: KeyWord): void;
  /** @returns stops listening */
  hear(listener: (word: KeyWord) => void): () => void;
}

/** `changed`: read the keyring again; `locked`: lock too; `active`: somebody is working there. */
const keyWords = ['changed', 'locked', 'active'] as const;
export type KeyWord = (typeof keyWords)[number];

export type Guarded =
  | { readonly status: 'guarded'; readonly text: string; readonly by: string }
  /** The computer offers no place worth the name. `by`: what it offered instead. */
  | { readonly status: 'refused'; readonly by: string };

/** Keeps a key for whoever uses this browser profile or is logged in to the system. */
export interface KeyGuard {
  readonly kind: 'browser' | 'system';
  guard(key: Bytes): Promise<Guarded>;
  /** `text` differs from the one given when the computer guards it anew. null = it can no longer be opened here. */
  open(text: string): Promise<{ readonly key: Bytes; readonly text: string } | null>;
  /** What was guarded so far cannot be opened any more. */
  forget(): Promise<void>;
}

const databaseName = 'two-new-ledger-keys';
const keys = createKeyValueStore(databaseName, 'keys');
const keyringKey = 'keyring';
const guardKey = 'guard';

/** null on pages that cannot encrypt (plain http): `crypto.subtle` is missing there, whatever the DOM types say. */
export function createBrowserKeyStore(copy: KeyringCopy): KeyStore | null {
  if ((crypto.subtle as SubtleCrypto | undefined) === undefined) return null;
  return {
    async read() {
      const text = await keys.get(keyringKey);
      // Gone with the other databases of this page: then the copy outside of them opens what lies there, too.
      return typeof text === 'string' ? text : copy.read();
    },
    async write(text, isPortable) {
      await keys.put(keyringKey, text);
      // What the guard alone opens is of no use without it, and the guard went with the databases.
      await copy.write(isPortable ? text : null);
    },
    guard: browserGuard,
    ...amongWindows(),
  };
}

/** Windows of one computer share a lock and hear each other. */
export function amongWindows(): Pick<KeyStore, 'exclusively' | 'tell' | 'hear'> {
  const channel = new BroadcastChannel(databaseName);
  return {
    exclusively: (job) => navigator.locks.request(databaseName, job),
    tell: (word) => channel.postMessage(word),
    hear(listener) {
      const listen = ({ data }: MessageEvent<unknown>) => {
        const word = keyWords.find((known) => known === data);
        if (word) listener(word);
      };
      channel.addEventListener('message', listen);
      return () => channel.removeEventListener('message', listen);
    },
  };
}

const nonceLength = 12;

/**
 * A key that WebCrypto uses but never hands out, not even to this page. It guards the data key instead of being it: a
 * key that cannot be read could not be wrapped by a password later.
 */
const browserGuard: KeyGuard = {
  kind: 'browser',
  async guard(key) {
    const own = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const iv = crypto.getRandomValues(new Uint8Array(nonceLength));
    const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own, key));
    await keys.put(guardKey, own);
    return { status: 'guarded', text: textOfBytes(new Uint8Array([...iv, ...sealed])), by: 'WebCrypto' };
  },
  async open(text) {
    const own = await keys.get(guardKey);
    if (!(own instanceof CryptoKey)) return null;
    const bytes = bytesOfText(text);
    const algorithm = { name: 'AES-GCM', iv: bytes.subarray(0, nonceLength) };
    const key = await crypto.subtle.decrypt(algorithm, own, bytes.subarray(nonceLength)).catch(() => null);
    return key && { key: new Uint8Array(key), text };
  },
  async forget() {
    await keys.delete(guardKey);
  },
};
