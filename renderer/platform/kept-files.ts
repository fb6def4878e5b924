/**
 * Copies of original files beside the register: the browser's private file system, or IndexedDB where there is
 * none (plain-http pages, older browsers).
 */
import type { NewId } from '@shared/lib/ids';
import { createKeyValueStore } from './key-value-store';

type Bytes = Uint8Array<ArrayBuffer>;

export interface KeptFiles {
  keep(bytes: Bytes): Promise<string>;
  read(id: string): Promise<Bytes | null>;
  removeAll(): Promise<void>;
}

export function createKeptFiles(newId: NewId): KeptFiles {
  const fallback = createKeyValueStore('two-new-ledger-kept-files', 'files');
  const write = async (id: string, bytes: Bytes) => {
    const directory = await privateDirectory();
    if (directory) return writePrivateFile(directory, id, bytes);
    return fallback.put(id, bytes);
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
      if (found) return found;
      const kept = await fallback.get(id);
      // The same buffer type that was put.
      return kept instanceof Uint8Array ? (kept as Bytes) : null;
    },
    async removeAll() {
      const root = await privateRoot();
      // Throws where there never was such a folder.
      await root?.removeEntry(folderName, { recursive: true }).catch(() => {});
      await fallback.clear();
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
