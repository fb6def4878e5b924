import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder } from './flush-folder';

/**
 * Writes a file as a whole or not at all: beside it, flushed, then renamed over it. A power cut in between leaves
 * the old file as it was.
 * @param mode who may read, write or run it, as far as the system's own mask allows
 */
export async function writeWhole(path: string, bytes: Uint8Array, mode = 0o666): Promise<void> {
  const folder = dirname(path);
  const beside = join(folder, `.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx', mode);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  // The rename itself is in the folder.
  await flushFolder(folder);
}
