import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@server/db/migrate';
import { openDatabase } from '@server/db/open-database';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';
import { findFreePort } from '../../support/free-port';

let around: string;
beforeEach(() => {
  around = mkdtempSync(join(tmpdir(), 'two-new-ledger-open-'));
});
afterEach(() => rmSync(around, { recursive: true, force: true }));

test('makes the embedded database where nothing is, and finds it again', async () => {
  const folder = join(around, 'deep', 'data');
  // Left by a start that was interrupted: half a database must not be taken for one.
  mkdirSync(`${folder}.creating`, { recursive: true });
  writeFileSync(join(`${folder}.creating`, 'PG_VERSION'), '18');
  const first = await openDatabase({ url: null, folder });
  expect(first.kind).toBe('pglite');
  await migrate(first);
  await first.query(`insert into counties (county_id, name, created_at) values ('c', '清河县', now())`);
  await first.close();
  const second = await openDatabase({ url: null, folder });
  expect(await second.query('select name from counties')).toEqual([{ name: '清河县' }]);
  await second.close();
  expect(readdirSync(join(around, 'deep'))).toEqual(['data']);
});

test('leaves a folder with other things in it alone', async () => {
  writeFileSync(join(around, 'letter.txt'), 'dear');
  await expect(openDatabase({ url: null, folder: around })).rejects.toMatchObject({
    problem: { code: 'server.folderForeign' },
  });
  expect(readdirSync(around)).toEqual(['letter.txt']);
});

test('says that a damaged database cannot be opened, and keeps it', async () => {
  const folder = join(around, 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'PG_VERSION'), '18\n');
  await expect(openDatabase({ url: null, folder })).rejects.toMatchObject({
    problem: { code: 'server.folderUnreadable' },
  });
  expect(existsSync(join(folder, 'PG_VERSION'))).toBe(true);
});

test('one folder is open once, also within one process', async () => {
  const { folder, dispose } = await freshPgliteFolder();
  const first = await openDatabase({ url: null, folder });
  await expect(openDatabase({ url: null, folder })).rejects.toMatchObject({
    problem: { code: 'server.folderInUse' },
  });
  await first.close();
  await (await openDatabase({ url: null, folder })).close();
  dispose();
});

test('goes to PostgreSQL when it has an address', async () => {
  const database = await openDatabase({ url: inject('testDatabases').postgresUrl, folder: around });
  expect(database.kind).toBe('postgres');
  await database.close();
});

test('says that PostgreSQL cannot be reached', async () => {
  const url = `postgres://nobody@127.0.0.1:${await findFreePort()}/none`;
  await expect(openDatabase({ url, folder: null })).rejects.toMatchObject({
    problem: { code: 'server.unreachable' },
  });
});
