/**
 * One window of a browser at a time, whether the page is secure or not: whoever leads holds something the browser
 * takes back when the window closes or dies, and the others wait for it in a queue.
 */

/** @returns gives the lead, or the place in the queue, back */
export type TakeLead = (name: string, begin: () => void) => () => void;

/** @param locks null on plain-http pages, usual in an office network */
export const takeLeadIn = (locks: LockManager | null, databases: IDBFactory): TakeLead =>
  locks === null ? leadByDatabase(databases) : leadByLock(locks);

/** Of the windows of this browser. */
export const takeLead: TakeLead = (name, begin) =>
  // `locks` is missing on plain-http pages, whatever the DOM types say.
  takeLeadIn((navigator.locks as LockManager | undefined) ?? null, indexedDB)(name, begin);

const leadByLock =
  (locks: LockManager): TakeLead =>
  (name, begin) => {
    const giveUp = new AbortController();
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hold = () => {
      if (!giveUp.signal.aborted) begin();
      return giveUp.signal.aborted ? undefined : held;
    };
    // Rejects only when given up while waiting.
    locks.request(name, { signal: giveUp.signal }, hold).catch(() => {});
    return () => {
      giveUp.abort();
      release();
    };
  };

/** A browser that refuses to keep the small database is asked again after this time. */
const againMs = 30_000;

/**
 * Without locks an empty database stands in for one. The window that made it leads as long as its connection lives; it
 * cannot be deleted before, and the others wait for just that. A heartbeat would do too, but timers of windows in the
 * background stand still for a minute and more.
 */
const leadByDatabase =
  (databases: IDBFactory): TakeLead =>
  (name, begin) => {
    let isGivenUp = false;
    let connection: IDBDatabase | null = null;
    const queue = async () => {
      while (!isGivenUp) {
        await settled(databases.deleteDatabase(name));
        if (isGivenUp) return;
        const made = await make(databases, name);
        if (made === null) continue;
        if (isGivenUp) return made.close();
        connection = made;
        return begin();
      }
    };
    const keepTrying = () => {
      queue().catch(() => {
        setTimeout(keepTrying, againMs);
      });
    };
    keepTrying();
    return () => {
      isGivenUp = true;
      connection?.close();
    };
  };

/** @returns null: another window was quicker */
async function make(databases: IDBFactory, name: string): Promise<IDBDatabase | null> {
  const request = databases.open(name, 1);
  let isNew = false;
  request.onupgradeneeded = () => {
    isNew = true;
  };
  const connection = await settled(request);
  if (isNew) return connection;
  connection.close();
  return null;
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser gave no reason'));
  });
