/**
 * The disk of a device: outlives its starts, can be full for one write, and is where a process dies. Everything a
 * program awaits that others can see is either here or in its network, so dying before or after each of these
 * calls is dying at any await.
 */
import type { Storage } from '@renderer/data/storage/open-database';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import type { DeviceProgram } from './device-program';

export type StorageKind = 'memory' | 'dexie';

/** Calls of a storage instance that reach the disk. */
const diskCalls = ['bulkWrite', 'query', 'count', 'findDocumentsById', 'cleanup'] as const;

interface CrashPlan {
  /** Calls until then. */
  left: number;
  readonly isAfterwards: boolean;
  readonly onCrash: () => void;
}
/** What RxDB gives a storage to write, as far as it is looked at here. */
interface WrittenRow {
  readonly document: {
    readonly _deleted: boolean;
    readonly seq?: number | null;
    readonly deletedAt?: unknown;
  };
}
type Call = (...args: unknown[]) => Promise<unknown>;

/** One per device; `start` gives each process its own view, `stop` makes that view dead. */
export class DeviceDisk {
  /** What an IndexedDB needs to be found by the program. */
  readonly globals: Readonly<Record<string, unknown>>;
  private memory = new Map<string, object>();
  private process = { isDead: false };
  private crash: CrashPlan | null = null;
  private writesUntilFull: number | null = null;

  constructor(
    private readonly kind: StorageKind,
    /** Told before documents known to the county, and not deleted there, are taken off the disk. */
    private readonly onRemoval: (count: number) => void,
  ) {
    this.globals = kind === 'dexie' ? { indexedDB: new IDBFactory(), IDBKeyRange } : {};
  }

  start(program: DeviceProgram): Storage {
    this.process = { isDead: false };
    this.memory = new Map([...this.memory].map(([key, state]) => [key, afterRestart(state)]));
    const storage =
      this.kind === 'dexie'
        ? program.diskStorage()
        : { ...program.getRxStorageMemory(), collectionStates: this.memory };
    return this.watched(storage, this.process);
  }

  stop(): void {
    this.process.isDead = true;
    this.heal();
  }

  /** A later plan replaces an earlier one. */
  planCrash(afterCalls: number, isAfterwards: boolean, onCrash: () => void): void {
    this.crash = { left: afterCalls, isAfterwards, onCrash };
  }

  /** The k-th write from now fails as on a full disk; the next one works again. */
  failWrite(k: number): void {
    this.writesUntilFull = k;
  }

  heal(): void {
    this.crash = null;
    this.writesUntilFull = null;
  }

  /** Counts a call the process awaits, here or on the network. @returns false when the process died before it */
  pass(): boolean {
    if (this.process.isDead) return false;
    if (this.crash && --this.crash.left <= 0 && !this.crash.isAfterwards) this.die();
    return !this.process.isDead;
  }

  /** After the call had its effect, before the process hears of it. */
  passed(): boolean {
    if (this.crash && this.crash.left <= 0 && this.crash.isAfterwards) this.die();
    return !this.process.isDead;
  }

  private die(): void {
    const { onCrash } = this.crash ?? {};
    this.stop();
    onCrash?.();
  }

  private watchRemovals(rows: readonly WrittenRow[]): void {
    const count = rows.filter(
      ({ document }) => document._deleted && typeof document.seq === 'number' && document.deletedAt === null,
    ).length;
    if (count > 0) this.onRemoval(count);
  }

  private watched(storage: Storage, process: { isDead: boolean }): Storage {
    const createStorageInstance: Storage['createStorageInstance'] = async (params) => {
      const instance = await storage.createStorageInstance(params);
      // Each of these names is a method of every storage instance.
      const methods = instance as unknown as Record<(typeof diskCalls)[number], Call>;
      for (const name of diskCalls)
        methods[name] = this.guarded(methods[name].bind(instance), process, name === 'bulkWrite');
      return instance;
    };
    return { ...storage, createStorageInstance };
  }

  private guarded(call: Call, process: { isDead: boolean }, isWrite: boolean): Call {
    return async (...args) => {
      if (process !== this.process || !this.pass()) return never();
      if (isWrite && this.writesUntilFull !== null && --this.writesUntilFull <= 0) {
        this.writesUntilFull = null;
        throw Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
      }
      if (isWrite) this.watchRemovals(args[0] as readonly WrittenRow[]);
      const result = await call(...args);
      return process === this.process && this.passed() ? result : never();
    };
  }
}

/** What a dead process awaits. */
export const never = <T>(): Promise<T> => new Promise<T>(() => {});

/** Memory that plays the disk: its documents stay, who listened to it and what it had put off do not. */
function afterRestart(state: object): object {
  return { ...state, changes$: new Subject(), refCount: 0, ensurePersistenceIdlePromise: undefined };
}
