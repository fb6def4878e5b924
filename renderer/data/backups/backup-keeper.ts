/**
 * Makes backups of the open register and keeps the right ones. Nothing here ever stops work: what fails is a sentence and a
 * visible state, and the next try comes by itself.
 */
import type { DataKeys } from '@renderer/keys/data-keys';
import {
  type BackupPlaceHere,
  FolderRefusal,
  type PlatformBackups,
  type Preferences,
} from '@renderer/platform/platform';
import type { StoredBackup } from '@shared/ipc/channels';
import { chinaDayOf } from '@shared/lib/day';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { z } from 'zod';
import { createObservable, type WritableObservable } from '../observable';
import type { Observable, RegisterStore } from '../register-store';
import { type BackupHead, type BackupKind, backupNameOf, readHead } from './backup-head';
import { hasWayIn } from './foreign-key';
import { isDayMissing, surplusBackups } from './retention';
import { officeOf, sealRegister } from './seal-register';
import { type OpenedBackup, openBackup } from './sealed-backup';

export interface ListedBackup {
  readonly name: string;
  readonly byteCount: number;
  /** null = its first lines cannot be read. */
  readonly head: BackupHead | null;
}

export interface KeeperState {
  readonly isRunning: boolean;
  /** Of the newest backup of this register that is known to be whole; null = none yet. */
  readonly last: { readonly madeAt: string; readonly count: number } | null;
  /** Why the last try failed; null = it did not. */
  readonly problem: Problem | null;
  /** Grows when the place or what lies there may have changed. */
  readonly version: number;
}

export type Made = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

export interface BackupKeeper {
  readonly state: Observable<KeeperState>;
  backUp(register: RegisterStore, kind: BackupKind): Promise<Made>;
  /** The one of the day, unless there is one or the register is empty or only shown. */
  backUpDaily(register: RegisterStore): Promise<void>;
  place(): Promise<BackupPlaceHere>;
  /** @returns why it could not be used; null = chosen, or left as it was */
  choosePlace(): Promise<Problem | null>;
  /** Newest first, those of other registers among them. @throws FolderRefusal */
  list(): Promise<readonly ListedBackup[]>;
  /** Whether the key of this computer opens it. */
  isOwn(head: BackupHead): boolean;
  /** With the key of this computer. */
  open(name: string): Promise<OpenedBackup>;
  /** The bytes, for a key of another computer. null = gone. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The register as one file to carry away. null where nobody could open it on another computer, or nothing can be sealed. */
  sealForElsewhere(register: RegisterStore): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The county took this computer out of service: none is left on it. What lies on a stick stays. */
  removeOwn(): Promise<void>;
}

export interface KeeperOptions {
  readonly backups: PlatformBackups;
  /** null while the register is locked, and where the page cannot encrypt. */
  readonly keys: () => DataKeys | null;
  readonly keyringText: () => Promise<string | null>;
  /** Who unlocked the register; null where nobody has a password. */
  readonly userName: () => string | null;
  readonly now: () => string;
  readonly deviceName: string;
  /** Remembers the last backup, so that a stick that is not there does not hide when it was. */
  readonly preferences: Preferences;
  /** Windows of one computer make backups one after another. */
  readonly exclusively: <T>(job: () => Promise<T>) => Promise<T>;
}

const lastKey = 'last-backup';

export const createBackupKeeper = (options: KeeperOptions): BackupKeeper => new Keeper(options);

class Keeper implements BackupKeeper {
  readonly state: WritableObservable<KeeperState>;

  constructor(private readonly options: KeeperOptions) {
    this.state = createObservable<KeeperState>({
      isRunning: false,
      last: readLast(options.preferences.get(lastKey)),
      problem: null,
      version: 0,
    });
  }

  readonly backUp = (register: RegisterStore, kind: BackupKind): Promise<Made> =>
    officeOf(register) === null ? Promise.resolve({ ok: true }) : this.make(register, kind, () => true);

  readonly backUpDaily = async (register: RegisterStore): Promise<void> => {
    const keyId = this.options.keys()?.keyId;
    // The demo county comes back by a click.
    if (keyId === undefined || officeOf(register)?.isDemo !== false) return;
    const today = chinaDayOf(this.options.now());
    await this.make(register, 'daily', (known) => isDayMissing(ownOf(known, keyId), today));
  };

  readonly place = () => this.options.backups.place();

  readonly choosePlace = async (): Promise<Problem | null> => {
    try {
      if ((await this.options.backups.choose?.()) !== null) this.change({ problem: null, isMoved: true });
      return null;
    } catch (error) {
      return this.problemOf(error);
    }
  };

  readonly list = async () => (await this.options.backups.list()).map(listed).sort(newestFirst);

  readonly isOwn = (head: BackupHead): boolean => head.keyring.keyId === this.options.keys()?.keyId;

  readonly read = (name: string) => this.options.backups.read(name);

  readonly open = async (name: string): Promise<OpenedBackup> => {
    const keys = this.options.keys();
    const bytes = await this.read(name);
    if (bytes === null) return { problem: backupProblems.gone({}) };
    if (keys === null) return { problem: backupProblems.cannotSeal({}) };
    return openBackup(bytes, await keys.sealerFor('backups'));
  };

  readonly sealForElsewhere = async (register: RegisterStore) => {
    const one = await sealRegister(this.options, register, 'daily', 1);
    return one !== null && hasWayIn(one.head) ? one.bytes : null;
  };

  readonly removeOwn = (): Promise<void> =>
    this.options.exclusively(async () => {
      await this.options.backups.removeOwn();
      this.options.preferences.set(lastKey, null);
      this.change({ last: null, problem: null, isMoved: true });
    });

  /** @param isWanted asked once it is this window's turn */
  private make(register: RegisterStore, kind: BackupKind, isWanted: IsWanted): Promise<Made> {
    return this.options.exclusively(async () => {
      this.change({ isRunning: true });
      try {
        const known = await this.list();
        if (!isWanted(known)) {
          this.change({ isRunning: false, problem: null });
          return { ok: true };
        }
        const head = await makeOne(this.options, register, kind, known);
        await prune(this.options.backups, head);
        const last = { madeAt: head.madeAt, count: head.count };
        this.options.preferences.set(lastKey, JSON.stringify(last));
        this.change({ isRunning: false, last, problem: null, isMoved: true });
        return { ok: true };
      } catch (error) {
        const problem = await this.problemOf(error);
        this.change({ isRunning: false, problem, isMoved: true });
        return { ok: false, problem };
      }
    });
  }

  private change({ isMoved = false, ...more }: Partial<KeeperState> & { isMoved?: boolean }): void {
    const now = this.state.get();
    this.state.set({ ...now, ...more, version: now.version + (isMoved ? 1 : 0) });
  }

  private readonly problemOf = async (error: unknown): Promise<Problem> =>
    problemOf(error, placeWords(await this.place()));
}

type IsWanted = (known: readonly ListedBackup[]) => boolean;

/** Writes one and reads it back. @throws FolderRefusal, NotReadBack, CannotSeal */
async function makeOne(
  options: KeeperOptions,
  register: RegisterStore,
  kind: BackupKind,
  known: readonly ListedBackup[],
): Promise<BackupHead> {
  const serial = Math.max(0, ...known.map((one) => one.head?.serial ?? 0)) + 1;
  const one = await sealRegister(options, register, kind, serial);
  if (one === null) throw new CannotSeal();
  const { head, bytes, kept } = one;
  const name = backupNameOf(head);
  await options.backups.write(name, bytes);
  const back = await options.backups.read(name);
  if (back === null || !isSame(back, bytes)) throw new NotReadBack();
  // The register may have been locked meanwhile; the next backup sees to the journal then.
  await kept().catch(() => undefined);
  return head;
}

/** Only after a whole new one is there, only of the same register, and only under the names this program gave. */
async function prune(backups: PlatformBackups, { keyring: { keyId } }: BackupHead): Promise<void> {
  const own = ownOf((await backups.list()).map(listed), keyId);
  const surplus = surplusBackups(own.filter(({ name, head }) => name === backupNameOf(head)));
  for (const name of surplus) await backups.remove(name);
}

interface ReadableBackup extends ListedBackup {
  readonly head: BackupHead;
}

const ownOf = (known: readonly ListedBackup[], keyId: string | undefined): ReadableBackup[] =>
  known.filter((one): one is ReadableBackup => one.head?.keyring.keyId === keyId);

const listed = ({ name, byteCount, head }: StoredBackup): ListedBackup => ({
  name,
  byteCount,
  head: readHead(head)?.head ?? null,
});

const newestFirst = (a: ListedBackup, b: ListedBackup): number =>
  (b.head?.serial ?? 0) - (a.head?.serial ?? 0) || (a.name < b.name ? -1 : 1);

class NotReadBack extends Error {}
class CannotSeal extends Error {}

function problemOf(error: unknown, place: string): Problem {
  if (error instanceof CannotSeal) return backupProblems.cannotSeal({});
  if (error instanceof NotReadBack) return backupProblems.notReadBack({ place });
  switch (error instanceof FolderRefusal ? error.trouble : 'other') {
    case 'missing':
      return backupProblems.folderMissing({ place });
    case 'full':
      return backupProblems.folderFull({ place });
    case 'notWritable':
      return backupProblems.folderNotWritable({ place });
    case 'other':
      return backupProblems.folderFailed({ place });
  }
}

/** As it stands in a sentence. */
export function placeWords({ kind, label }: BackupPlaceHere): string {
  switch (kind) {
    case 'chosen':
      return `备份文件夹“${label}”`;
    case 'program':
      return '本机程序文件夹';
    case 'browser':
      return '浏览器内部的存储';
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

function readLast(text: string | null): KeeperState['last'] {
  try {
    return text === null ? null : lastSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
const lastSchema = z.object({ madeAt: z.string(), count: z.int() });
