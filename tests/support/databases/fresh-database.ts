import { readFileSync } from 'node:fs';
import type { Database } from '@server/db/database';
import { openPgliteHere } from '@server/db/pglite-database';
import { openPostgres } from '@server/db/postgres-database';
import { inject } from 'vitest';
import { type TestDatabases, templateName, urlOf } from './test-databases';

export type DatabaseKind = Database['kind'];
export const databaseKinds: readonly DatabaseKind[] = ['pglite', 'postgres'];

export interface FreshDatabase {
  readonly database: Database;
  /** For a second process on the same PostgreSQL; null for the embedded one, which has one process only. */
  readonly url: string | null;
  dispose(): Promise<void>;
}

/**
 * A migrated database without rows, of its own.
 * @param from what the run provides; a script outside Vitest passes its own
 */
export function freshDatabase(
  kind: DatabaseKind,
  from: TestDatabases = inject('testDatabases'),
): Promise<FreshDatabase> {
  return kind === 'pglite' ? freshPglite(from) : freshPostgres(from);
}

async function freshPglite({ pgliteTemplate }: TestDatabases): Promise<FreshDatabase> {
  const template = new Blob([readFileSync(pgliteTemplate)]);
  const database = await openPgliteHere({ folder: null, template });
  return { database, url: null, dispose: () => database.close() };
}

let count = 0;

async function freshPostgres({ postgresUrl }: TestDatabases): Promise<FreshDatabase> {
  const owner = openPostgres({ url: postgresUrl, maxConnections: 1 });
  const name = `test_${process.pid}_${++count}_${Math.random().toString(36).slice(2, 8)}`;
  await owner.query(`create database ${name} template ${templateName}`);
  const url = urlOf(postgresUrl, name);
  const database = openPostgres({ url });
  const dispose = async () => {
    await database.close();
    await owner.query(`drop database ${name} with (force)`);
    await owner.close();
  };
  return { database, url, dispose };
}
