import { open } from 'node:fs/promises';

/** Puts new names in a folder on the disk. Windows cannot flush folders and does not need it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
