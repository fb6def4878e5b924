/** What damage, or another program, does to a stored document: straight in IndexedDB, past the database of the register. */
import { resultOf } from './request-result';

type Stored = Record<string, unknown>;

/**
 * @param change null removes it; else gives what lies there afterwards
 * @returns how many copies were found
 */
export async function changeBehindTheBack(
  named: string,
  id: string,
  change: ((stored: Stored) => Stored) | null,
): Promise<number> {
  let count = 0;
  for (const { name = '' } of await indexedDB.databases())
    if (name.includes(named)) count += await changeIn(name, id, change);
  return count;
}

async function changeIn(name: string, id: string, change: ((stored: Stored) => Stored) | null) {
  const database = await resultOf(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return 0;
    const transaction = database.transaction(stores, 'readwrite');
    let count = 0;
    for (const from of stores.map((store) => transaction.objectStore(store))) {
      if (from.keyPath === null) continue;
      // Whatever lies in a store with keys of its own is an object.
      const stored = (await resultOf(from.get(id))) as Stored | undefined;
      if (stored === undefined) continue;
      count += 1;
      if (change === null) await resultOf(from.delete(id));
      else await resultOf(from.put(change(stored)));
    }
    return count;
  } finally {
    database.close();
  }
}
