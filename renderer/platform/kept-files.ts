/**
 * Copies of original files beside the register: the browser's private file system, or IndexedDB where there is
 * none (plain-http pages, older browsers).
 */
import type { NewId } from '@shared/lib/ids';

type Bytes = Uint8Array<ArrayBuffer>;

export interface KeptFiles {
  keep(bytes: Bytes): Promise<string>;
  read(id: string): Promise<Bytes | null>;
  removeAll(): Promise<void>;
}

export function createKeptFiles(newId: NewId): KeptFiles {
  const write = async (id: string, bytes: Bytes) => {
    const directory = await privateDirectory();
    if (directory) return writePrivateFile(directory, id, bytes);
    return inIndexedDb('readwrite', (files) => files.put(bytes, id));
  };
  return {
    async keep(bytes) {
      const id = newId();
      await write(id, bytes);
      return id;
    },
    async read(id) {
      const directory = await privateDirectory();
      const found = directory ? await readPrivateFile(directory, id) : null;
      // A file kept before the page became secure is still in the database.
      return found ?? (await inIndexedDb<Bytes | undefined>('readonly', (files) => files.get(id))) ?? null;
    },
    async removeAll() {
      const root = await privateRoot();
      // Throws where there never was such a folder.
      await root?.removeEntry(folderName, { recursive: true }).catch(() => {});
      await inIndexedDb('readwrite', (files) => files.clear());
    },
  };
}

const folderName = 'kept-files';

async function privateRoot(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await navigator.storage?.getDirectory?.()) ?? null;
  } catch {
    // Blocked by policy or a private window: IndexedDB may still work.
    return null;
  }
}

async function privateDirectory(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await (await privateRoot())?.getDirectoryHandle(folderName, { create: true })) ?? null;
  } catch {
    // The same.
    return null;
  }
}

async function writePrivateFile(directory: FileSystemDirectoryHandle, id: string, bytes: Bytes) {
  const handle = await directory.getFileHandle(id, { create: true });
  const stream = await handle.createWritable();
  await stream.write(bytes);
  await stream.close();
}

async function readPrivateFile(directory: FileSystemDirectoryHandle, id: string): Promise<Bytes | null> {
  try {
    const file = await (await directory.getFileHandle(id)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null;
    throw error;
  }
}

const storeName = 'files';

async function inIndexedDb<T>(
  mode: IDBTransactionMode,
  ask: (files: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await openFiles();
  try {
    const transaction = database.transaction(storeName, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(storeName));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('transaction aborted'));
    });
    // Whatever was put under the id comes back as it was.
    return request.result as T;
  } finally {
    database.close();
  }
}

function openFiles(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('two-new-ledger-kept-files', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('cannot open the file store'));
  });
}
