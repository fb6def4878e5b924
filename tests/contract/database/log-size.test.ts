import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@server/db/database';
import { openPgliteFolder } from '@server/db/pglite-database';
import { expect, test } from 'vitest';
import { freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';

const megabyte = 1024 * 1024;

/** PGlite never makes a checkpoint by itself (48 MB of log per 20,000 updates, for ever). */
test('the log of the embedded database stays bounded over 20,000 updates', async () => {
  const { folder, dispose } = await freshPgliteFolder();
  const database = await openPgliteFolder(folder, { everyBytes: 16 * megabyte, everyMs: 3_600_000 });
  await database.runScript(`create table updated (id integer primary key, times integer not null, body text);
    alter table updated alter body set storage plain;
    insert into updated select n, 0, repeat(md5(n::text), 100) from generate_series(1, 500) n`);
  const before = await written(database);
  let largest = 0;
  for (let round = 0; round < 40; round++) {
    for (let part = 0; part < 5; part++)
      await database.transaction((tx) =>
        tx.query('update updated set times = times + 1, body = reverse(body) where id % 5 = $1', [part]),
      );
    largest = Math.max(largest, sizeOf(join(folder, 'pg_wal')));
  }
  const total = (await written(database)) - before;
  const [row] = await database.query('select sum(times)::bigint as updates from updated');
  const { checkpoints, failedCheckpoints } = await database.stats();
  await database.close();
  expect(row).toEqual({ updates: 20_000 });
  expect(failedCheckpoints).toBe(0);
  expect(checkpoints).toBeGreaterThan(2);
  // The segment being written, the ones since the last checkpoint, and those kept ready for the next round.
  expect(largest).toBeLessThanOrEqual(48 * megabyte);
  expect(total).toBeGreaterThan(64 * megabyte);
  dispose();
});

async function written(database: Database): Promise<number> {
  const [row] = await database.query<{ readonly bytes: number }>(
    `select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as bytes`,
  );
  return row?.bytes ?? 0;
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { name }) => sum + statSync(join(folder, name)).size, 0);
