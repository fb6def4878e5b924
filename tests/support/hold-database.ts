import type { Page } from '@playwright/test';

/**
 * Keeps what one collection stores to itself, as a disk does that is busy with something else: whoever writes waits.
 * @returns lets them go on
 */
export async function holdDatabase(page: Page, collection: string): Promise<() => Promise<void>> {
  const hold = await page.evaluateHandle(async (called) => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const name = names.find((one) => one.endsWith(`--${called}`));
    if (name === undefined) throw new Error(`nothing is stored as ${called}: ${names.join(', ')}`);
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not opened'));
    });
    const state = { isHeld: true };
    const [first = ''] = database.objectStoreNames;
    const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
    await new Promise<void>((resolve) => {
      // A transaction that is asked nothing more ends.
      const askAgain = () => {
        resolve();
        if (state.isHeld) transaction.objectStore(first).count().onsuccess = askAgain;
      };
      transaction.oncomplete = () => database.close();
      transaction.objectStore(first).count().onsuccess = askAgain;
    });
    return state;
  }, collection);
  return () =>
    hold.evaluate((state) => {
      state.isHeld = false;
    });
}
