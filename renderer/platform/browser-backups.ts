/**
 * Backups of the browser edition: in the browser's own storage. They help against a wrong import or a damaged database;
 * against the loss of the computer only a file taken elsewhere does.
 */
import { backupExtension, type StoredBackup } from '@shared/ipc/channels';
import { FolderRefusal, type PlatformBackups } from './platform';
import {
  type PrivateFolder,
  privateFolder,
  readPrivateFile,
  removePrivateFolder,
  writePrivateFile,
} from './private-folder';

const folderName = 'backups';
/** More than the longest header of a backup. */
const headBytes = 64 * 1024;

/** null where the page has no private file system (plain http). */
export function createBrowserBackups(): PlatformBackups | null {
  // `storage` is missing on insecure pages, whatever the DOM types say.
  const storage: StorageManager | undefined = navigator.storage;
  if (storage?.getDirectory === undefined) return null;
  const folder = async (): Promise<PrivateFolder> => {
    const found = await privateFolder(folderName);
    if (found === null) throw new FolderRefusal('missing');
    return found;
  };
  return {
    place: () => Promise.resolve({ kind: 'browser', label: '' }),
    choose: null,
    async list() {
      const files: StoredBackup[] = [];
      for await (const handle of valuesOf(await folder())) {
        if (handle.kind !== 'file' || !handle.name.endsWith(`.${backupExtension}`)) continue;
        // `kind` says so.
        const file = await (handle as FileSystemFileHandle).getFile();
        const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
        files.push({ name: handle.name, byteCount: file.size, head });
      }
      return files;
    },
    async write(name, bytes) {
      try {
        await writePrivateFile(await folder(), name, bytes);
      } catch (error) {
        throw refusalOf(error);
      }
    },
    read: async (name) => readPrivateFile(await folder(), name),
    remove: async (name) => (await folder()).removeEntry(name),
    removeOwn: () => removePrivateFolder(folderName),
  };
}

/** Not in the DOM types of this compiler. */
const valuesOf = (folder: PrivateFolder) =>
  (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();

function refusalOf(error: unknown): FolderRefusal {
  if (error instanceof FolderRefusal) return error;
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return new FolderRefusal(isFull ? 'full' : 'other');
}
