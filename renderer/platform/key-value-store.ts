/** A few values by name, in an IndexedDB database of their own. */
export interface KeyValueStore {
  /** @returns whatever was put under the name; undefined where nothing was. */
  get(name: string): Promise<unknown>;
  /** Resolves when the value is on the disk. */
  put(name: string, value: unknown): Promise<void>;
  delete(name: string): Promise<void>;
  clear(): Promise<void>;
}

/** @returns opens the database anew for every question, so that it never stands in the way of its own removal. */
export function createKeyValueStore(databaseName: string, storeName: string): KeyValueStore {
  const ask = async (mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest) => {
    const database = await openStore(databaseName, storeName);
    try {
      const transaction = database.transaction(storeName, mode, { durability: 'strict' });
      const request = question(transaction.objectStore(storeName));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('transaction aborted'));
      });
      return request.result as unknown;
    } finally {
      database.close();
    }
  };
  return {
    get: (name) => ask('readonly', (store) => store.get(name)),
    async put(name, value) {
      await ask('readwrite', (store) => store.put(value, name));
    },
    async delete(name) {
      await ask('readwrite', (store) => store.delete(name));
    },
    async clear() {
      await ask('readwrite', (store) => store.clear());
    },
  };
}

function openStore(databaseName: string, storeName: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(`cannot open ${databaseName}`));
  });
}
