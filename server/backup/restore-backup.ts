/**
 * Puts a backup back. Everything happens in one transaction: the rows are first laid out in a schema of their own, as the
 * program that wrote them knew them, then taken through the steps added since, and only then put in place of the present
 * ones. A restore that fails anywhere changes nothing.
 */

import { serverProblems } from '@shared/problems/server-problems';
import { restoreGap } from '@shared/sync/protocol';
import type { Database, Queryable } from '../db/database';
import { DatabaseProblem } from '../db/database-problem';
import { applyMigration, findMissing, lockMigrations, type Migration, readMigrations } from '../db/migrate';
import { type CountyChange, countyChannel } from '../services/county';
import type { BackupHeader } from './backup-format';
import { beginEpoch, readEpochs } from './epochs';
import { readBackup, verifyBackup } from './read-backup';
import { type Column, isJson, listTables, quoted, type Table } from './tables';

export interface RestoreOptions {
  /** By the server's clock, ISO. */
  readonly now: string;
  readonly newEpoch: string;
  /** Steps of this program; tests give others. */
  readonly migrations?: readonly Migration[];
}

export interface Restored {
  readonly header: BackupHeader;
  /** The first number after it will be larger than this (EPOCH-2). */
  readonly seq: number;
  readonly epoch: string;
}

/**
 * What the database itself knows better than any backup: an account locked or a device revoked since must stay so, and
 * what a revoked device delivered exists nowhere else. Keys and package numbers are known outside of this database too.
 * The backup adds what is missing.
 */
const keptTables: ReadonlySet<string> = new Set([
  'users',
  'devices',
  'enrolment_codes',
  'audit_log',
  'held_edits',
  'county_keys',
  'device_keys',
  'device_people',
  'packages',
  'unlock_deposits',
]);

const stage = 'restoring';

/**
 * The database must be at the version of this program (migrate). Sessions end: everybody logs in again.
 * @throws DatabaseProblem when the file is not whole, from a newer program or of another county
 */
export async function restoreBackup(
  database: Database,
  file: string,
  options: RestoreOptions,
): Promise<Restored> {
  const migrations = options.migrations ?? readMigrations();
  const header = await verifyBackup(file);
  requireKnownVersion(file, header, migrations);
  return database.transaction(async (tx) => {
    await lockMigrations(tx);
    const home = await currentSchema(tx);
    await requireSameCounty(tx, header);
    const tables = await listTables(tx, home);
    await tx.query(
      `lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access exclusive mode`,
    );
    const epochs = await readEpochs(tx, header.county.id);
    await stageBackup(tx, home, file, header, migrations);
    await replaceRows(tx, home, tables);
    const begun = await beginEpoch(tx, header, epochs, {
      epoch: options.newEpoch,
      now: options.now,
      gap: restoreGap,
    });
    await tx.query('delete from sessions');
    const change: CountyChange = { countyId: header.county.id, epoch: begun.epoch, through: begun.seq };
    await database.notify(tx, countyChannel, JSON.stringify(change));
    return { header, ...begun };
  });
}

function requireKnownVersion(file: string, header: BackupHeader, migrations: readonly Migration[]): void {
  try {
    findMissing(header.migrations, migrations);
  } catch (error) {
    // The sentences of findMissing are about the database that is open, which is not at fault.
    if (error instanceof DatabaseProblem) throw new DatabaseProblem(serverProblems.backupNewer({ file }));
    throw error;
  }
}

async function currentSchema(tx: Queryable): Promise<string> {
  const [row] = await tx.query<{ readonly name: string }>('select current_schema()::text as name');
  return row?.name ?? 'public';
}

async function requireSameCounty(tx: Queryable, { county }: BackupHeader): Promise<void> {
  const others = await tx.query<{ readonly name: string }>(
    'select name from counties where county_id <> $1',
    [county.id],
  );
  const [other] = others;
  if (other !== undefined)
    throw new DatabaseProblem(serverProblems.backupOtherCounty({ name: county.name, own: other.name }));
}

/** Leaves the rows of the backup in the schema `restoring`, at the version of this program. */
async function stageBackup(
  tx: Queryable,
  home: string,
  file: string,
  header: BackupHeader,
  migrations: readonly Migration[],
): Promise<void> {
  await tx.runScript(`create schema ${stage}; set local search_path to ${stage}`);
  await tx.runScript('create table migrations (name text primary key, digest text not null)');
  for (const step of migrations.slice(0, header.migrations.length)) await applyMigration(tx, step);
  const tables = new Map((await listTables(tx, stage)).map((table) => [table.name, table]));
  const rows = readBackup(file, () => undefined);
  for await (const part of rows) {
    const table = tables.get(part.table);
    if (table === undefined) throw new DatabaseProblem(serverProblems.backupDamaged({ file }));
    await insertLines(tx, table, part.rows);
  }
  for (const step of migrations.slice(header.migrations.length)) await applyMigration(tx, step);
  await tx.runScript(`set local search_path to ${quoted(home)}`);
}

async function insertLines(tx: Queryable, { name, columns }: Table, lines: readonly string[]): Promise<void> {
  const types = columns.map((column) => `${quoted(column.name)} ${isJson(column) ? 'text' : column.type}`);
  const values = columns.map((column) => `${quoted(column.name)}${isJson(column) ? `::${column.type}` : ''}`);
  await tx.query(
    `insert into ${quoted(name)} (${namesOf(columns)})
     select ${values.join(', ')} from json_to_recordset($1::json) as line (${types.join(', ')})`,
    [`[${lines.join(',')}]`],
  );
}

async function replaceRows(tx: Queryable, home: string, tables: readonly Table[]): Promise<void> {
  const replaced = tables.filter(({ name }) => !keptTables.has(name));
  for (const { name } of [...replaced].reverse()) await emptyTable(tx, name);
  for (const { name, columns } of tables) {
    const names = namesOf(columns);
    await tx.query(
      `insert into ${quoted(home)}.${quoted(name)} (${names}) select ${names} from ${stage}.${quoted(name)}
       on conflict do nothing`,
    );
  }
  await tx.runScript(`set local client_min_messages to warning; drop schema ${stage} cascade`);
}

/** The log of edits refuses this by its triggers (HIST-2); only here they are out of force, and no longer than this. */
async function emptyTable(tx: Queryable, name: string): Promise<void> {
  await tx.runScript(`alter table ${quoted(name)} disable trigger user;
    delete from ${quoted(name)};
    alter table ${quoted(name)} enable trigger user`);
}

const namesOf = (columns: readonly Column[]): string => columns.map(({ name }) => quoted(name)).join(', ');
