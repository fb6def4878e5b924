import { openPostgres } from '@server/db/postgres-database';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
