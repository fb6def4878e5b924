/**
 * Exchange packages a person opened by double click. The page is told that there is one and gets a token and a name;
 * where the file lies it never learns.
 */
import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenedPackage } from '@shared/ipc/channels';

const extension = '.lxbao';
/** A first-sync seed of a whole county is far smaller. */
const largestBytes = 512 * 2 ** 20;

const paths = new Map<string, string>();

/**
 * @param args a command line; the system puts the file last
 * @param folder what a relative path is relative to
 * @returns whether it names a package that can be opened
 */
export async function offerPackage(args: readonly string[], folder: string): Promise<boolean> {
  const named = args.findLast((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === extension);
  if (named === undefined) return false;
  const path = pathOf(named, folder);
  if (path === null) return false;
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || found.size > largestBytes) return false;
  paths.set(randomUUID(), path);
  return true;
}

/** Desktops of Linux give a path or its address. null = an address of something else. */
function pathOf(named: string, folder: string): string | null {
  if (!named.startsWith('file:')) return resolve(folder, named);
  try {
    return fileURLToPath(named);
  } catch {
    return null;
  }
}

/** Oldest first, until they are read. */
export const offeredPackages = (): readonly OpenedPackage[] =>
  [...paths].map(([token, path]) => ({ token, name: basename(path) }));

/** A token works once. @returns null for one that is not known, or a file that is gone by now */
export async function readOffered(token: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = paths.get(token);
  paths.delete(token);
  if (path === undefined) return null;
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    // Asked of the open file: the one that was looked at may have been replaced.
    const { size } = await file.stat();
    return size > largestBytes ? null : new Uint8Array(await file.readFile());
  } catch {
    // The stick was pulled out.
    return null;
  } finally {
    await file.close();
  }
}
