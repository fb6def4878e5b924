/** A storage whose writes fail when told: one of them, as on a full disk, or all from one on, as when a process dies. */
import type { Storage } from '@renderer/data/storage/open-database';

export interface Breaking {
  readonly storage: Storage;
  /** Writes and requests since the last `arm`. */
  readonly count: number;
  /**
   * @param at which of the coming writes and requests breaks, 1 = the next one
   * @param how `once` = fails, the next one works; `dies` = nothing works from then on; `diesAfter` = it is done, then nothing works
   */
  arm(at: number, how: 'once' | 'dies' | 'diesAfter'): void;
  /** A healthy disk again, with what was written. */
  heal(): void;
  /** Runs one write or request through the fault. */
  through<T>(work: () => Promise<T>): Promise<T>;
}

export function breakingStorage(storage: Storage): Breaking {
  let [count, at, isDead] = [0, Number.POSITIVE_INFINITY, false];
  let how: 'once' | 'dies' | 'diesAfter' = 'once';
  const fault = () => Object.assign(new Error('disk full'), { name: 'QuotaExceededError' });
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDead) throw fault();
    count += 1;
    if (count !== at) return work();
    if (how === 'once') throw fault();
    if (how === 'diesAfter') await work();
    isDead = true;
    throw fault();
  };
  return {
    through,
    get count() {
      return count;
    },
    arm(atCall, mode) {
      [count, at, how] = [0, atCall, mode];
    },
    heal() {
      [isDead, at] = [false, Number.POSITIVE_INFINITY];
    },
    storage: {
      name: storage.name,
      rxdbVersion: storage.rxdbVersion,
      async createStorageInstance(params) {
        const instance = await storage.createStorageInstance(params);
        const write = instance.bulkWrite.bind(instance);
        // Writes of documents and of what sync remembers; RxDB's own bookkeeping of collections is not at stake.
        const isWatched = !params.collectionName.startsWith('_');
        if (isWatched) instance.bulkWrite = (rows, context) => through(() => write(rows, context));
        return instance;
      },
    },
  };
}
