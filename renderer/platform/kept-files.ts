/**
 * Copies of original files beside the register: the browser's private file system, or IndexedDB where there is
 * none (plain-http pages, older browsers).
 */
import type { NewId } from '@shared/lib/ids';
import { createKeyValueStore } from './key-value-store';
import { privateFolder, readPrivateFile, removePrivateFolder, writePrivateFile } from './private-folder';

type Bytes = Uint8Array<ArrayBuffer>;

const folderName = 'kept-files';

export interface KeptFiles {
  keep(bytes: Bytes): Promise<string>;
  read(id: string): Promise<Bytes | null>;
  removeAll(): Promise<void>;
}

export function createKeptFiles(newId: NewId): KeptFiles {
  const fallback = createKeyValueStore('two-new-ledger-kept-files', 'files');
  const write = async (id: string, bytes: Bytes) => {
    const directory = await privateFolder(folderName);
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
      const directory = await privateFolder(folderName);
      const found = directory ? await readPrivateFile(directory, id) : null;
      // A file kept before the page became secure is still in the database.
      if (found) return found;
      const kept = await fallback.get(id);
      // The same buffer type that was put.
      return kept instanceof Uint8Array ? (kept as Bytes) : null;
    },
    async removeAll() {
      await removePrivateFolder(folderName);
      await fallback.clear();
    },
  };
}
