import { readConfig } from '@server/config';
import { openPostgres } from '@server/db/postgres-database';
import { openServingEnvironment } from '@server/open-environment';
import type { Environment } from '@server/services/environment';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemCodeOf } from '../../support/county/problem-code';
import { startTestCounty } from '../../support/county/test-county';
import { type FreshDatabase, freshDatabase } from '../../support/databases/fresh-database';

let fresh: FreshDatabase;
beforeEach(async () => {
  fresh = await freshDatabase('postgres');
});
afterEach(() => fresh.dispose());

/** Ends every other connection to the database, as a restart of the server or a broken line does. */
const breakConnections = () =>
  fresh.database.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);

test('one process hears what another says', async () => {
  const other = openPostgres({ url: fresh.url ?? '' });
  const heard: string[] = [];
  await fresh.database.listen('changes', (payload) => heard.push(payload));
  const startedAt = performance.now();
  await other.transaction((tx) => other.notify(tx, 'changes', '7'));
  await expect.poll(() => heard).toEqual(['7']);
  expect(performance.now() - startedAt).toBeLessThan(1000);
  await other.close();
});

test('listening comes back after the connection broke, and says that something may have been missed', async () => {
  const heard: string[] = [];
  let missed = 0;
  const listener = openPostgres({ url: fresh.url ?? '' });
  await listener.listen(
    'changes',
    (payload) => heard.push(payload),
    () => missed++,
  );
  await breakConnections();
  await expect.poll(() => missed, { timeout: 10_000 }).toBe(1);
  await fresh.database.notify(fresh.database, 'changes', 'after');
  await expect.poll(() => heard).toEqual(['after']);
  await listener.close();
});

test('a transaction whose connection broke fails, and the next one works', async () => {
  const other = openPostgres({ url: fresh.url ?? '', maxConnections: 1 });
  const work = other.transaction(async (tx) => {
    await tx.query('select 1');
    await breakConnections();
    await tx.query('select 2');
  });
  await expect(work).rejects.toThrow();
  expect(await other.query('select 1 as one')).toEqual([{ one: 1 }]);
  await other.close();
});

test('two transactions run at the same time', async () => {
  const order: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((open) => {
    release = open;
  });
  const first = fresh.database.transaction(async (tx) => {
    await tx.query('select 1');
    await gate;
    order.push('first');
  });
  await fresh.database.transaction(async (tx) => {
    await tx.query('select 1');
    order.push('second');
  });
  release();
  await first;
  expect(order).toEqual(['second', 'first']);
});

test('a statement that takes too long is given up where a limit is set, and the connection goes on', async () => {
  const hurried = openPostgres({ url: fresh.url ?? '', maxConnections: 1, statementTimeoutMs: 200 });
  await expect(hurried.query('select pg_sleep(30)')).rejects.toMatchObject({ code: '57014' });
  await expect(hurried.transaction((tx) => tx.query('select pg_sleep(30)'))).rejects.toMatchObject({
    code: '57014',
  });
  expect(await hurried.query('select 1 as one')).toEqual([{ one: 1 }]);
  await hurried.close();
  // Migrations, backups and what the server does by itself have none.
  expect(await fresh.database.query('show statement_timeout')).toEqual([{ statement_timeout: '0' }]);
});

test('the administrator’s limit holds for requests and not for what the server does by itself', async () => {
  const config = readConfig({ DATABASE_URL: fresh.url ?? '', STATEMENT_TIMEOUT: '7' });
  const { environment, forJobs } = await openServingEnvironment(config);
  const limit = ({ database }: Environment) => database.query('show statement_timeout');
  expect(await limit(environment)).toEqual([{ statement_timeout: '7s' }]);
  expect(await limit(forJobs)).toEqual([{ statement_timeout: '0' }]);
  await environment.database.close();
  await forJobs.database.close();
  expect(readConfig({}).statementTimeoutMs).toBe(30_000);
  expect(readConfig({ STATEMENT_TIMEOUT: '0' }).statementTimeoutMs).toBeNull();
  expect(() => readConfig({ STATEMENT_TIMEOUT: 'soon' })).toThrow('STATEMENT_TIMEOUT');
});

test('a request that was given up is answered with what to do, and works when the database is free', async () => {
  const hurried = openPostgres({ url: fresh.url ?? '', statementTimeoutMs: 200 });
  const county = await startTestCounty({ database: hurried });
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let locked: () => void = () => {};
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const holding = fresh.database.transaction(async (tx) => {
    await tx.query('lock table org_tree in access exclusive mode');
    locked();
    await held;
  });
  await isLocked;
  const slow = await county.ask('administrator', 'GET', '/administration/codes');
  expect([slow.status, problemCodeOf(slow), slow.headers['retry-after']]).toEqual([
    503,
    'sync.databaseTooSlow',
    '5',
  ]);
  release();
  await holding;
  expect((await county.ask('administrator', 'GET', '/administration/codes')).status).toBe(200);
  await county.close();
});
