/** Brings a database up to the version of the program. Forward only: a step once released is never changed or removed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverProblems } from '@shared/problems/server-problems';
import type { Database, Queryable } from './database';
import { DatabaseProblem } from './database-problem';

export interface Migration {
  /** File name without `.sql`; the number in front orders them. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, the same whatever line ends a checkout has. */
  readonly digest: string;
}

export interface AppliedMigration {
  readonly name: string;
  readonly digest: string;
}

/** Any number, the same in every process: two that start at once must not both migrate. */
const lockKey = 772_001;

/** The steps of this program, in order. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{3}-[a-z-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const digest = createHash('sha256').update(sql).digest('hex');
      return { name: file.slice(0, -'.sql'.length), sql, digest };
    });
}

/**
 * Runs what is missing, all in one transaction: the database is at the old version or at the new one.
 * @returns names of the steps that ran
 * @throws DatabaseProblem when the database was made by a newer program or a step was changed afterwards
 */
export function migrate(database: Database, migrations = readMigrations()): Promise<readonly string[]> {
  return database.transaction(async (tx) => {
    await lockMigrations(tx);
    await tx.runScript(`create table if not exists migrations (
      name text primary key, digest text not null, applied_at timestamptz not null default now())`);
    const missing = findMissing(await listApplied(tx), migrations);
    for (const migration of missing) await applyMigration(tx, migration);
    return missing.map(({ name }) => name);
  });
}

/** Until the end of the transaction nobody else changes the shape of the database. */
export async function lockMigrations(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [lockKey]);
}

/** @throws DatabaseProblem unless the database is exactly at the version of this program */
export async function requireMigrated(database: Database, migrations = readMigrations()): Promise<void> {
  const [found] = await database.query<{ readonly name: string | null }>(
    `select to_regclass('migrations')::text as name`,
  );
  const applied = found?.name ? await listApplied(database) : [];
  const count = findMissing(applied, migrations).length;
  if (count > 0) throw new DatabaseProblem(serverProblems.databaseBehind({ count }));
}

export const listApplied = (on: Queryable): Promise<readonly AppliedMigration[]> =>
  on.query<AppliedMigration & Record<string, unknown>>('select name, digest from migrations order by name');

export async function applyMigration(tx: Queryable, { name, sql, digest }: Migration): Promise<void> {
  await tx.runScript(sql);
  await tx.query('insert into migrations (name, digest) values ($1, $2)', [name, digest]);
}

/** @throws DatabaseProblem when `applied` is not the beginning of `migrations` */
export function findMissing(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly Migration[] {
  for (const [index, { name, digest }] of applied.entries()) {
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) throw new DatabaseProblem(serverProblems.migrationUnknown({ name }));
    if (known.digest !== digest) throw new DatabaseProblem(serverProblems.migrationChanged({ name }));
    const expected = migrations[index];
    if (expected !== undefined && expected.name !== name)
      throw new DatabaseProblem(serverProblems.migrationMissing({ name: expected.name }));
  }
  return migrations.slice(applied.length);
}
