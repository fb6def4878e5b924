import type { Page } from '@playwright/test';

declare global {
  interface Window {
    isStalled?: boolean;
  }
}

export interface Stall {
  /** Whose writes are counted. */
  readonly collection: string;
  /** Which of them never ends, counted from when the restore was laid down. */
  readonly write: number;
}

/** Once a restore is laid down, one of its writes never ends: the page hangs there, as long as nobody closes it. */
export const stallRestore = (page: Page, stall: Stall): Promise<void> =>
  page.evaluate(({ collection, write }) => {
    const { transaction } = IDBDatabase.prototype;
    let left = Number.POSITIVE_INFINITY;
    IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, stores, mode, options) {
      const begun = transaction.call(this, stores, mode, options);
      if (mode === 'readwrite' && this.name.endsWith('-restore')) left = write;
      if (mode === 'readwrite' && this.name.endsWith(`--${collection}`) && --left === 0) {
        const spin = () => {
          begun.objectStore(begun.objectStoreNames[0] ?? '').count().onsuccess = spin;
        };
        spin();
        window.isStalled = true;
      }
      return begun;
    };
  }, stall);

export const untilStalled = (page: Page) =>
  page.waitForFunction(() => window.isStalled === true, null, { timeout: 60_000 });
