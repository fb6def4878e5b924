import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { serverProblems } from '@shared/problems/server-problems';
import { isFreeFolder, isPgliteFolder } from './create-pglite-folder';
import type { Database } from './database';
import { DatabaseProblem } from './database-problem';
import { lockFolder } from './folder-lock';
import { openPgliteFolder, openPgliteHere } from './pglite-database';
import { openPostgres } from './postgres-database';

/**
 * @param url of a PostgreSQL (`postgres://…`); null = the embedded database
 * @param folder of the embedded database, made when missing; null = in memory
 * @throws DatabaseProblem with a sentence for the administrator
 */
export async function openDatabase(where: {
  readonly url: string | null;
  readonly folder: string | null;
  /** Longest one statement may run on PostgreSQL; null = as long as it needs. */
  readonly statementTimeoutMs?: number | null;
}): Promise<Database> {
  if (where.url !== null) return openReachable(where.url, where.statementTimeoutMs ?? null);
  if (where.folder === null) return openPgliteHere({ folder: null });
  return openLocked(resolve(where.folder));
}

async function openReachable(url: string, statementTimeoutMs: number | null): Promise<Database> {
  const database = openPostgres({ url, statementTimeoutMs });
  try {
    await database.query('select 1');
    return database;
  } catch (error) {
    await database.close();
    throw new DatabaseProblem(serverProblems.unreachable({ reason: reasonOf(error) }));
  }
}

async function openLocked(folder: string): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true });
  if (!isPgliteFolder(folder) && !isFreeFolder(folder))
    throw new DatabaseProblem(serverProblems.folderForeign({ folder }));
  const unlock = await lockFolder(folder);
  if (unlock === null) throw new DatabaseProblem(serverProblems.folderInUse({ folder }));
  try {
    const database = await openPgliteFolder(folder);
    const close = async () => {
      await database.close();
      await unlock();
    };
    return { ...database, close };
  } catch (error) {
    await unlock();
    throw new DatabaseProblem(serverProblems.folderUnreadable({ folder, reason: reasonOf(error) }));
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error);
