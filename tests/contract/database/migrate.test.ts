import type { Database } from '@server/db/database';
import { DatabaseProblem } from '@server/db/database-problem';
import { type Migration, migrate, readMigrations, requireMigrated } from '@server/db/migrate';
import { openPostgres } from '@server/db/postgres-database';
import { listKnownValues, listRulesOn } from '@server/repositories/facts/beside-facts';
import { factColumnList } from '@server/repositories/facts/fact-columns';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';
import { insertRow } from '../../support/databases/insert-row';

const step = (name: string, sql: string): Migration => ({ name, sql, digest: `digest of ${sql}` });
const extra = step('901-birds', "create table birds (name text); insert into birds values ('鹭');");
const broken = step('902-broken', 'create table fish (name text); select nonsense;');

const fillOf = (type: (typeof factColumnList)[number][1]['type'], i: number) =>
  ({ text: `t${i}`, 'text[]': [`t${i}`], integer: i, boolean: i % 2 === 0 })[type];

describe.each(databaseKinds)('migrating %s', (kind) => {
  let fresh: FreshDatabase;
  let database: Database;
  beforeEach(async () => {
    fresh = await freshDatabase(kind);
    database = fresh.database;
  });
  afterEach(() => fresh.dispose());

  test('runs what is missing, in order, once', async () => {
    const migrations = [...readMigrations(), extra];
    expect(await migrate(database, migrations)).toEqual(['901-birds']);
    expect(await migrate(database, migrations)).toEqual([]);
    expect(await database.query('select name from birds')).toEqual([{ name: '鹭' }]);
  });

  test('leaves the old version when a step fails', async () => {
    await expect(migrate(database, [...readMigrations(), extra, broken])).rejects.toThrow('nonsense');
    expect(await database.query(`select to_regclass('birds') as birds, to_regclass('fish') as fish`)).toEqual(
      [{ birds: null, fish: null }],
    );
  });

  test('refuses a database that a newer program made', async () => {
    await migrate(database, [...readMigrations(), extra]);
    const older = migrate(database, readMigrations());
    await expect(older).rejects.toThrow(DatabaseProblem);
    await expect(older).rejects.toMatchObject({ problem: { code: 'server.migrationUnknown' } });
    await expect(older).rejects.toThrow('901-birds');
  });

  test('refuses a step that was changed after it had run', async () => {
    await migrate(database, [...readMigrations(), extra]);
    const changed = { ...extra, digest: 'another' };
    await expect(migrate(database, [...readMigrations(), changed])).rejects.toMatchObject({
      problem: { code: 'server.migrationChanged' },
    });
  });

  test('refuses a step slipped in before one that has run', async () => {
    await migrate(database, [...readMigrations(), extra]);
    const late = step('900-late', 'select 1');
    await expect(migrate(database, [...readMigrations(), late, extra])).rejects.toMatchObject({
      problem: { code: 'server.migrationMissing' },
    });
  });

  test('puts the columns of the facts in another order and every value back in its own', async () => {
    const before010 = readMigrations().filter(({ name }) => name < '010');
    await database.runScript('drop schema public cascade; create schema public');
    await migrate(database, before010);
    const values = factColumnList.map(([name, { type }], i) => [name, fillOf(type, i)] as const);
    const key = { county_id: 'county', unit_id: 'unit', valid_from: '2026-01-01', valid_to: '2026-03-01' };
    await insertRow(database, 'unit_facts', { ...key, ...Object.fromEntries(values) });
    const read = () => database.query<{ row: object }>('select row_to_json(f) as row from unit_facts f');
    const before = await read();
    expect(await migrate(database)).toContain('010-facts-in-order');
    expect(await read()).toEqual(before);
    // Beside them stands what 012 takes from rows that were there before it.
    const [{ row: facts } = { row: {} }] = before;
    const [{ row: served } = { row: {} }] = await database.query<{ row: object }>(
      'select row_to_json(f) as row from unit_facts_served f',
    );
    expect(Object.keys(served).length).toBeGreaterThan(10);
    expect(facts).toMatchObject(served);
    const { six_met_items, scope_reason, coverage_state } = facts as Record<string, string | string[]>;
    expect(await listKnownValues(database, 'county')).toEqual({
      six_met_items: [...new Set(six_met_items)].sort(),
      scope_reason: [scope_reason],
      coverage_state: [coverage_state],
    });
    expect(await listRulesOn(database, 'county', ['2025-12-31', '2026-02-01'])).toEqual([
      null,
      (facts as Record<string, string>)['rule_set_version'],
    ]);
    await expect(
      insertRow(database, 'unit_facts', { ...key, ...Object.fromEntries(values) }),
    ).rejects.toThrow('unit_facts_pkey');
  });

  test('tells a program whether the database is at its version', async () => {
    await requireMigrated(database);
    await expect(requireMigrated(database, [...readMigrations(), extra])).rejects.toMatchObject({
      problem: { code: 'server.databaseBehind', details: { count: 1 } },
    });
  });

  test('keeps the log of edits from being changed, removed or emptied [HIST-2]', async () => {
    await insertRow(database, 'edits', { county_id: 'county-1', outcome: 'accepted' });
    for (const sql of [`update edits set hash = 'x'`, 'delete from edits', 'truncate edits'])
      await expect(database.query(sql)).rejects.toThrow('append-only');
  });
});

test('two processes that start at once on one PostgreSQL run each step once', async () => {
  const fresh = await freshDatabase('postgres');
  const url = fresh.url ?? '';
  const slow = step('903-slow', 'select pg_sleep(0.3); create table slow (id integer);');
  const migrations = [...readMigrations(), slow];
  const processes = [openPostgres({ url }), openPostgres({ url })];
  const ran = await Promise.all(processes.map((database) => migrate(database, migrations)));
  expect(ran.flat()).toEqual(['903-slow']);
  for (const database of processes) await database.close();
  await fresh.dispose();
});

test('the digest of a step is the same whatever line ends a checkout has', () => {
  for (const { sql } of readMigrations()) expect(sql).not.toContain('\r');
});

test('every table carries the county in front of its key, so that a county can be moved and spread', async () => {
  const { database, dispose } = await freshDatabase('pglite');
  const tables = await database.query<{ name: string; first: string }>(
    `select c.relname as name, a.attname as first from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and n.nspname = 'public' and c.relname <> 'migrations' order by 1`,
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(tables.filter(({ first }) => first !== 'county_id')).toEqual([]);
  await dispose();
});
