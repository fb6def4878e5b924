/** What really lies in an IndexedDB: every key and value of every database whose name contains the text. */
import { resultOf } from './request-result';

export async function rawDatabases(named: string): Promise<string> {
  const found = (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(named) ? [name] : []));
  const parts = await Promise.all(found.map(rawDatabase));
  return parts.join('\n');
}

async function rawDatabase(name: string): Promise<string> {
  const database = await resultOf(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return '';
    const transaction = database.transaction(stores);
    const contents = await Promise.all(
      stores.map(async (store) => {
        const from = transaction.objectStore(store);
        return [await resultOf(from.getAllKeys()), await resultOf(from.getAll())];
      }),
    );
    return JSON.stringify(contents);
  } finally {
    database.close();
  }
}
