import { randomFillSync } from 'node:crypto';
import { createIdGenerator } from '@shared/lib/ids';
import type { ServerConfig } from './config';
import { migrate, requireMigrated } from './db/migrate';
import { openDatabase } from './db/open-database';
import type { Environment } from './services/environment';

export interface ServingEnvironment {
  /** For requests: no statement runs longer than the administrator allows. */
  readonly environment: Environment;
  /** For what the server does by itself: backups and facts may take their time. The same one on the embedded database. */
  readonly forJobs: Environment;
}

/** As `openEnvironment`, for a server that answers requests. */
export async function openServingEnvironment(config: ServerConfig): Promise<ServingEnvironment> {
  const environment = await openEnvironment(config, config.statementTimeoutMs);
  if (environment.database.kind === 'pglite') return { environment, forJobs: environment };
  try {
    return { environment, forJobs: await openEnvironment(config) };
  } catch (error) {
    await environment.database.close();
    throw error;
  }
}

/**
 * The county's database, ready for use. The embedded one is brought up to date on the way; a PostgreSQL waits for
 * `npm run server:migrate`, because other processes may be working on it.
 * @param statementTimeoutMs null = statements take as long as they need
 * @throws DatabaseProblem with a sentence for the administrator
 */
export async function openEnvironment(
  { databaseUrl, dataFolder }: ServerConfig,
  statementTimeoutMs: number | null = null,
): Promise<Environment> {
  const database = await openDatabase({ url: databaseUrl, folder: dataFolder, statementTimeoutMs });
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
