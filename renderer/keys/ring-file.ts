/** The keyring where the computer keeps it: read anew for every change, since other windows change it too. */
import type { KeyStore } from '@renderer/platform/key-store';
import { keyProblems } from '@shared/problems/key-problems';
import type { Problem } from '@shared/problems/problem';
import { secondsToWait, withTry } from './key-book';
import { type Keyring, type Opened, parseKeyring } from './keyring';
import type { Bytes } from './sealer';

export type Tried = Opened | { readonly problem: Problem };

export class RingFile {
  /** @param onWritten told of every keyring this window writes */
  constructor(
    private readonly store: KeyStore,
    private readonly nowMs: () => number,
    private readonly onWritten: (ring: Keyring) => void,
  ) {}

  /** null = this computer has none. @throws when it cannot be read */
  async read(): Promise<Keyring | null> {
    const text = await this.store.read();
    return text === null ? null : parseKeyring(text);
  }

  inTurn<T>(job: (ring: Keyring) => Promise<T>): Promise<T> {
    return this.store.exclusively(async () => {
      const ring = await this.read();
      if (ring === null) throw new Error('no keyring');
      return job(ring);
    });
  }

  /** Without telling anybody. */
  write(ring: Keyring): Promise<void> {
    const isPortable = ring.users.length > 0 || ring.recovery !== null || Boolean(ring.county?.deposit);
    return this.store.write(JSON.stringify(ring), isPortable);
  }

  async save(ring: Keyring): Promise<void> {
    await this.write(ring);
    this.onWritten(ring);
    this.store.tell('changed');
  }

  /** Each try is written down before it is made. @param problemOf given the seconds until the next one */
  async tryKey(
    ring: Keyring,
    find: (ring: Keyring) => Promise<Bytes | null>,
    problemOf: (seconds: number) => Problem,
  ): Promise<Tried> {
    const seconds = secondsToWait(ring, this.nowMs());
    if (seconds > 0) return { problem: keyProblems.tooSoon({ seconds }) };
    const tried = withTry(ring, this.nowMs());
    await this.save(tried);
    const key = await find(tried);
    return key ? { key, ring: tried } : { problem: problemOf(secondsToWait(tried, this.nowMs())) };
  }
}
