import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate, readMigrations } from '@server/db/migrate';
import { openPgliteHere } from '@server/db/pglite-database';
import { openPostgres } from '@server/db/postgres-database';
import { startPostgres } from './postgres-server';

/** What fresh databases are made from: once per run, or by hand in a script. */
export interface TestDatabases {
  /** Of a running PostgreSQL, with a migrated database to copy. */
  readonly postgresUrl: string;
  /** File with the data folder of a migrated embedded database, as a tar. */
  readonly pgliteTemplate: string;
}

export const templateName = 'ledger_template';

export async function startTestDatabases(): Promise<TestDatabases & { stop(): Promise<void> }> {
  const server = await startPostgres();
  try {
    await makePostgresTemplate(server.url);
    return { postgresUrl: server.url, pgliteTemplate: await makePgliteTemplate(), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function makePostgresTemplate(url: string): Promise<void> {
  const owner = openPostgres({ url });
  await owner.query(`create database ${templateName}`);
  await owner.close();
  const template = openPostgres({ url: urlOf(url, templateName) });
  await migrate(template);
  await template.close();
}

export function urlOf(serverUrl: string, databaseName: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** Making one takes seconds, so it is kept until the migrations or PGlite change. */
async function makePgliteTemplate(): Promise<string> {
  const folder = fileURLToPath(new URL('../../../.cache/test-databases/', import.meta.url));
  const file = join(folder, `pglite-${templateKey()}.tar`);
  if (existsSync(file)) return file;
  const database = await openPgliteHere({ folder: null });
  await migrate(database);
  const dump = await database.dump();
  await database.close();
  mkdirSync(folder, { recursive: true });
  // Another run may be writing the same.
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, new Uint8Array(await dump.arrayBuffer()));
  renameSync(beside, file);
  return file;
}

function templateKey(): string {
  const hash = createHash('sha256');
  for (const { name, digest } of readMigrations()) hash.update(`${name} ${digest}\n`);
  hash.update(readFileSync(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  return hash.digest('hex').slice(0, 16);
}
