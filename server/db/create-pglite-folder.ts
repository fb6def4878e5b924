import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { flushPath, flushTree } from './pglite-files';

/** Name of the file every data folder of PostgreSQL has. */
const mark = 'PG_VERSION';

export const isPgliteFolder = (folder: string): boolean => existsSync(join(folder, mark));

/** Whether a database may be made here: nothing is there yet. */
export const isFreeFolder = (folder: string): boolean =>
  !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Makes an empty database, or does nothing when there is one. It is made beside its place and moved there when every
 * byte is on the disk: a power cut in these seconds must not leave half a database that looks like a whole one.
 */
export async function createPgliteFolder(folder: string): Promise<void> {
  if (isPgliteFolder(folder)) return;
  const place = resolve(folder);
  const beside = `${place}.creating`;
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(dirname(place), { recursive: true });
  await (await PGlite.create(beside)).close();
  flushTree(beside);
  // Empty, or renaming would be refused; Windows refuses even then.
  if (existsSync(place)) rmdirSync(place);
  renameSync(beside, place);
  flushPath(dirname(place));
}
