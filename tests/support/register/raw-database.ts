/** What really lies in an IndexedDB: every key and value of every database whose name contains the text. */
export async function rawDatabases(named: string): Promise<string> {
  const found = (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(named) ? [name] : []));
  const parts = await Promise.all(found.map(rawDatabase));
  return parts.join('\n');
}

async function rawDatabase(name: string): Promise<string> {
  const database = await done(indexedDB.open(name));
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return '';
    const transaction = database.transaction(stores);
    const contents = await Promise.all(
      stores.map(async (store) => {
        const from = transaction.objectStore(store);
        return [await done(from.getAllKeys()), await done(from.getAll())];
      }),
    );
    return JSON.stringify(contents);
  } finally {
    database.close();
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
