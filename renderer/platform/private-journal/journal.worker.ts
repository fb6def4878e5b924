/**
 * Writes the journal into the browser's private file system. Only a worker may open a file there so that a write is on the
 * disk when the call returns; and only one window at a time, which the lock sees to.
 */
import type { JournalAnswer, JournalAsk, JournalCalls } from './journal-messages';
import { openJournalParts } from './journal-parts';
import { readKeyringCopy, writeKeyringCopy } from './keyring-copy';
import type { PartFolder, PartHandle } from './part-folder';

const folderName = 'journal';
const lockName = 'two-new-ledger-journal';
/** A window that has just died may still hold the file for a moment. */
const tries = 40;
const betweenTriesMs = 50;

const nothingThere = (error: unknown): null => {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
};

async function openAccess(file: FileSystemFileHandle): Promise<PartHandle> {
  for (let left = tries; ; left--)
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!isHeld || left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
    }
}

/** Looked up anew each time: another window may have removed the folder with everything in it. */
const folderHere = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

const folder: PartFolder = {
  async names() {
    const names: string[] = [];
    for await (const name of (await folderHere()).keys()) names.push(name);
    return names;
  },
  async open(name, how) {
    const file = await (await folderHere())
      .getFileHandle(name, { create: how === 'create' })
      .catch(nothingThere);
    return file && openAccess(file);
  },
  async remove(name) {
    await (await folderHere()).removeEntry(name).catch(nothingThere);
  },
};

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

function reasonOf(error: unknown): string {
  if (isFull(error)) return '磁盘已满';
  return error instanceof Error ? error.name : String(error);
}

const parts = openJournalParts(folder);
const calls: JournalCalls = {
  ...parts,
  // Whatever refuses an empty text (an older browser, a private window, a policy) would refuse every line later; a full
  // disk will have room again.
  open: () => parts.append('').then(() => true, isFull),
  readKeyring: () => readKeyringCopy(folder),
  writeKeyring: (text) => writeKeyringCopy(folder, text),
};

async function answer({ id, call, args }: JournalAsk): Promise<JournalAnswer> {
  try {
    // Each call came with its own arguments; TypeScript does not follow the pair through the index.
    const run = calls[call] as (...given: readonly unknown[]) => Promise<unknown>;
    return { id, result: await navigator.locks.request(lockName, () => run(...args)) };
  } catch (error) {
    return { id, reason: reasonOf(error) };
  }
}

self.onmessage = ({ data }: MessageEvent<JournalAsk>) => {
  void answer(data).then((reply) => self.postMessage(reply));
};
