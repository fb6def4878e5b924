import { randomFillSync } from 'node:crypto';
import { createIdGenerator } from '@shared/lib/ids';
import type { ServerConfig } from './config';
import { migrate, requireMigrated } from './db/migrate';
import { openDatabase } from './db/open-database';
import type { Environment } from './services/environment';

/**
 * The county's database, ready for use. The embedded one is brought up to date on the way; a PostgreSQL waits for
 * `npm run server:migrate`, because other processes may be working on it.
 * @throws DatabaseProblem with a sentence for the administrator
 */
export async function openEnvironment({ databaseUrl, dataFolder }: ServerConfig): Promise<Environment> {
  const database = await openDatabase({ url: databaseUrl, folder: dataFolder });
  try {
    await (database.kind === 'pglite' ? migrate(database) : requireMigrated(database));
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    database,
    now: () => new Date().toISOString(),
    newId: createIdGenerator(Date.now, (bytes) => randomFillSync(bytes)),
  };
}
