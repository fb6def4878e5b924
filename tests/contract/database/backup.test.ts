import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyBackup } from '@server/backup/read-backup';
import { restoreBackup } from '@server/backup/restore-backup';
import { writeBackup } from '@server/backup/write-backup';
import type { Database } from '@server/db/database';
import { type Migration, migrate, readMigrations } from '@server/db/migrate';
import { openPostgres } from '@server/db/postgres-database';
import { restoreGap } from '@shared/sync/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addDevice,
  addDocument,
  addEdit,
  addHeldEdit,
  addUser,
  everyRow,
  fillCounty,
} from '../../support/databases/filled-county';
import { type DatabaseKind, databaseKinds, freshDatabase } from '../../support/databases/fresh-database';

const writtenAt = '2026-11-20T10:00:00.000Z';
const restoring = { now: '2026-11-21T08:00:00.000Z', newEpoch: 'epoch-2' };
const county = 'county-1';

let folder: string;
let file: string;
let closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'two-new-ledger-backup-'));
  file = join(folder, 'county.ndjson.gz');
});
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  rmSync(folder, { recursive: true, force: true });
});

async function fresh(kind: DatabaseKind): Promise<Database> {
  const { database, dispose } = await freshDatabase(kind);
  closing.push(dispose);
  return database;
}

const pairs = databaseKinds.flatMap((from) => databaseKinds.map((to) => [from, to] as const));

test.each(pairs)(
  'a county written from %s comes back whole in an empty %s [EPOCH-1, EPOCH-2]',
  async (from, to) => {
    const source = await fresh(from);
    await fillCounty(source);
    const before = await everyRow(source);
    const written = await writeBackup(source, file, writtenAt);
    expect(written.header).toMatchObject({
      county: { id: county, name: '清河县' },
      seq: 30,
      epoch: 'epoch-1',
    });

    const target = await fresh(to);
    const restored = await restoreBackup(target, file, restoring);
    expect(restored).toMatchObject({ epoch: 'epoch-2', seq: 30 + restoreGap });
    const after = await everyRow(target);
    const { counties, epochs, sessions, migrations, ...same } = before;
    expect(after).toMatchObject(same);
    expect(after['sessions']).toEqual([]);
    expect(sessions).toHaveLength(1);
    expect(after['migrations']).toHaveLength(migrations?.length ?? 0);
    expect(await target.query('select name, last_number(county_id) as seq from counties')).toEqual([
      { name: '清河县', seq: 30 + restoreGap },
    ]);
    expect(await target.query('select ordinal, epoch, restored_to from epochs order by ordinal')).toEqual([
      { ordinal: 0, epoch: 'epoch-1', restored_to: null },
      { ordinal: 1, epoch: 'epoch-2', restored_to: 30 },
    ]);
  },
);

describe.each(databaseKinds)('restoring over a living county in %s', (kind) => {
  let database: Database;
  beforeEach(async () => {
    database = await fresh(kind);
    await fillCounty(database, { documents: 5 });
    await writeBackup(database, file, writtenAt);
    await addDocument(database, county, 6);
    await addEdit(database, county, 'edit-2', 2);
  });

  test('takes back what came after, and ends sessions', async () => {
    await restoreBackup(database, file, restoring);
    const rows = await everyRow(database);
    expect(rows['documents']).toHaveLength(5);
    expect(rows['edits']).toHaveLength(1);
    expect(rows['sessions']).toEqual([]);
  });

  test('keeps what only the database knows: accounts, devices revoked since, edits held for a person', async () => {
    await addUser(database, county, 'user-2');
    await addDevice(database, county, 'device-2');
    await addHeldEdit(database, county, 'held-2');
    await database.query(`update devices set state = 'wiped' where device_id = 'device-1'`);
    await database.query(`update users set is_active = false where user_id = 'user-1'`);
    await database.query('delete from enrolment_codes');
    await restoreBackup(database, file, restoring);
    expect(await database.query('select user_id, is_active from users order by user_id')).toEqual([
      { user_id: 'user-1', is_active: false },
      { user_id: 'user-2', is_active: true },
    ]);
    expect(await database.query('select device_id, state from devices order by device_id')).toEqual([
      { device_id: 'device-1', state: 'wiped' },
      { device_id: 'device-2', state: 'active' },
    ]);
    expect(await database.query('select edit_id from held_edits order by edit_id')).toHaveLength(2);
    expect(await database.query('select code_id from enrolment_codes')).toEqual([{ code_id: 'code-1' }]);
  });

  test('never gives a number of the lost time again, and knows every life it had [EPOCH-2, EPOCH-3]', async () => {
    await restoreBackup(database, file, restoring);
    await addDocument(database, county, 7);
    const [first] = await database.query<{ seq: number }>(`select seq from documents where id = 'doc-7'`);
    expect(first?.seq).toBe(6 + restoreGap + 1);
    await restoreBackup(database, file, { ...restoring, newEpoch: 'epoch-3' });
    await addDocument(database, county, 8);
    const [second] = await database.query<{ seq: number }>(`select seq from documents where id = 'doc-8'`);
    expect(second?.seq).toBe(6 + restoreGap + 1 + restoreGap + 1);
    expect(await database.query('select ordinal, epoch, restored_to from epochs order by ordinal')).toEqual([
      { ordinal: 0, epoch: 'epoch-1', restored_to: null },
      { ordinal: 1, epoch: 'epoch-2', restored_to: 5 },
      { ordinal: 2, epoch: 'epoch-3', restored_to: 5 },
    ]);
  });

  test('leaves the log of edits as closed to changes as before [HIST-2]', async () => {
    await restoreBackup(database, file, restoring);
    await expect(database.query('delete from edits')).rejects.toThrow('append-only');
    await expect(database.query('truncate edits')).rejects.toThrow('append-only');
    const schemas = await database.query(`select 1 from pg_namespace where nspname = 'restoring'`);
    expect(schemas).toEqual([]);
    await addDocument(database, county, 9);
  });

  test('tells every process that something is new', async () => {
    const heard: string[] = [];
    await database.listen('county_changes', (payload) => heard.push(payload));
    await restoreBackup(database, file, restoring);
    await expect
      .poll(() => heard.map((payload): unknown => JSON.parse(payload)))
      .toEqual([{ countyId: county, epoch: 'epoch-2', through: 6 + restoreGap }]);
  });

  test('refuses the backup of another county', async () => {
    const other = await fresh('pglite');
    await fillCounty(other, { id: 'county-2', name: '东山县' });
    await writeBackup(other, file, writtenAt);
    const before = await everyRow(database);
    const restore = restoreBackup(database, file, restoring);
    await expect(restore).rejects.toMatchObject({ problem: { code: 'server.backupOtherCounty' } });
    await expect(restore).rejects.toThrow('东山县');
    expect(await everyRow(database)).toEqual(before);
  });

  test('takes a backup of an older program through the steps added since', async () => {
    const added: Migration = {
      name: '999-colour',
      digest: 'colour',
      sql: `alter table documents add column colour text not null default '';
        update documents set colour = 'of ' || id;
        create table colours (county_id text, colour text, primary key (county_id, colour));`,
    };
    const migrations = [...readMigrations(), added];
    await migrate(database, migrations);
    await restoreBackup(database, file, { ...restoring, migrations });
    const colours = await database.query<{ colour: string }>('select colour from documents order by id');
    expect(colours.map(({ colour }) => colour)).toEqual([1, 2, 3, 4, 5].map((n) => `of doc-${n}`));
  });

  test('refuses a backup of a newer program', async () => {
    const migrations = readMigrations().slice(0, -1);
    await expect(restoreBackup(database, file, { ...restoring, migrations })).rejects.toMatchObject({
      problem: { code: 'server.backupNewer' },
    });
  });
});

test('a backup is one moment, whatever is written meanwhile', async () => {
  const source = await fresh('postgres');
  await fillCounty(source, { documents: 400 });
  let isDone = false;
  let last = 400;
  const writing = (async () => {
    while (!isDone) await addDocument(source, county, ++last);
  })();
  const { header } = await writeBackup(source, file, writtenAt);
  isDone = true;
  await writing;
  expect(last).toBeGreaterThan(400);
  const target = await fresh('pglite');
  await restoreBackup(target, file, restoring);
  expect(await target.query('select count(*) as count, max(seq) as last from documents')).toEqual([
    { count: header.seq, last: header.seq },
  ]);
});

test('a backup can be read by its owner only, and a failed one leaves nothing behind', async () => {
  const source = await fresh('pglite');
  await expect(writeBackup(source, file, writtenAt)).rejects.toMatchObject({
    problem: { code: 'server.noCounty' },
  });
  expect(readdirSync(folder)).toEqual([]);
  await fillCounty(source, { documents: 1 });
  await writeBackup(source, join(folder, 'new', 'a.ndjson.gz'), writtenAt);
  expect(readdirSync(join(folder, 'new'))).toEqual(['a.ndjson.gz']);
  expect(statSync(join(folder, 'new', 'a.ndjson.gz')).mode & 0o077).toBe(0);
  // The name of a folder cannot become a file's.
  await expect(writeBackup(source, join(folder, 'new'), writtenAt)).rejects.toMatchObject({
    problem: { code: 'server.backupNotWritten' },
  });
  expect(readdirSync(folder)).toEqual(['new']);
});

test('every table is in a backup, so that a table added later is not forgotten', async () => {
  const source = await fresh('pglite');
  await fillCounty(source, { documents: 1 });
  await writeBackup(source, file, writtenAt);
  const { tables } = await verifyBackup(file);
  const all = Object.keys(await everyRow(source));
  expect([...tables.map(({ name }) => name), 'migrations', 'sessions'].sort()).toEqual(all.sort());
});

test('two processes that write the same backup at the same moment both write a whole one', async () => {
  const { database, url, dispose } = await freshDatabase('postgres');
  closing.push(dispose);
  const beside = openPostgres({ url: url ?? '' });
  closing.unshift(() => beside.close());
  await fillCounty(database, { documents: 300 });
  const write = (on: Database, second: number) => writeBackup(on, file, `2026-11-20T10:00:0${second}.000Z`);
  await Promise.all([write(database, 1), write(beside, 2), write(database, 3)]);
  expect(await verifyBackup(file)).toMatchObject({ seq: 300 });
  expect(readdirSync(folder)).toEqual(['county.ndjson.gz']);
});
