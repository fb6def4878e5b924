import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUpDaily } from '@server/backup/daily-backup';
import { verifyBackup } from '@server/backup/read-backup';
import { openDatabase } from '@server/db/open-database';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillCounty } from '../../support/databases/filled-county';
import { freshDatabase } from '../../support/databases/fresh-database';
import { type FreshFolder, freshPgliteFolder } from '../../support/databases/fresh-pglite-folder';
import { runServerCommand } from '../../support/databases/run-server-command';

let place: FreshFolder;
beforeEach(async () => {
  place = await freshPgliteFolder();
});
afterEach(() => place.dispose());

const run = (name: string, ...args: string[]) => runServerCommand(place.folder, name, ...args);

const countDocuments = async () => {
  const database = await openDatabase({ url: null, folder: place.folder });
  const [row] = await database.query<{ count: number }>('select count(*) as count from documents');
  await database.close();
  return row?.count;
};

test('backup and restore as commands, with what was there kept aside', { timeout: 240_000 }, async () => {
  const database = await openDatabase({ url: null, folder: place.folder });
  await fillCounty(database, { documents: 3 });
  await database.close();
  const file = join(place.around, 'usb', 'county.ndjson.gz');
  const backup = await run('server:backup', file);
  expect(backup).toMatchObject({ code: 0, err: '' });
  expect(backup.out).toContain('县：清河县');
  expect(backup.out).toContain('记录 3 条');
  expect(await verifyBackup(file)).toMatchObject({ seq: 3 });

  const again = await openDatabase({ url: null, folder: place.folder });
  await again.query('delete from documents');
  await again.close();

  const unsure = await run('server:restore', file);
  expect(unsure.code).toBe(1);
  expect(unsure.err.trim()).toMatch(/^没有确认，数据库未动。.*--yes。$/);
  expect(await countDocuments()).toBe(0);

  const restored = await run('server:restore', file, '--yes');
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain('已恢复');
  expect(await countDocuments()).toBe(3);
  const [aside = ''] = readdirSync(`${place.folder}-backups`);
  expect(aside).toMatch(/^before-restore-\d{8}-\d{6}\.ndjson\.gz$/);
  const kept = await verifyBackup(join(`${place.folder}-backups`, aside));
  expect(kept.tables).toContainEqual({ name: 'documents', rows: 0 });
});

test('commands say in one sentence what is wrong, without a stack trace', { timeout: 120_000 }, async () => {
  const file = join(place.around, 'county.ndjson.gz');
  writeFileSync(file, 'not a backup');
  const foreign = await run('server:restore', file, '--yes');
  expect(foreign).toMatchObject({ code: 1, out: '' });
  expect(foreign.err.trim().split('\n')).toHaveLength(1);
  expect(foreign.err).toContain('不是县级数据库的备份文件');
  const missing = await run('server:restore');
  expect(missing.err).toContain('用法：npm run server:restore -- 备份文件 [--yes]');

  const holder = await openDatabase({ url: null, folder: place.folder });
  const busy = await run('server:backup', file);
  await holder.close();
  expect(busy).toMatchObject({ code: 1, out: '' });
  expect(busy.err).toContain('正被另一个服务器程序使用');
  expect(readFileSync(file, 'utf8')).toBe('not a backup');
});

test('migrating as a command says whether there was anything to do', async () => {
  expect(await run('server:migrate')).toEqual({ code: 0, out: '数据库已是最新，不需要升级。\n', err: '' });
});

test('a daily backup is made once a day, the oldest beyond fourteen go, those people made stay', async () => {
  const { database, dispose } = await freshDatabase('pglite');
  await fillCounty(database, { documents: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'two-new-ledger-daily-'));
  const manual = join(folder, 'manual-20200101-000000.ndjson.gz');
  writeFileSync(manual, 'mine');
  const day = (number: number, hour = 12) => new Date(2026, 10, number, hour).toISOString();
  /** Files get the time of the day they are made for, as if the days went by. */
  const backUpOn = async (now: string) => {
    const written = await backUpDaily(database, { folder, now });
    if (written !== null) utimesSync(written.file, new Date(now), new Date(now));
    return written?.header.createdAt ?? null;
  };
  for (let number = 1; number <= 16; number++) expect(await backUpOn(day(number))).toBe(day(number));
  expect(await backUpOn(day(16, 20))).toBeNull();
  const daily = readdirSync(folder)
    .filter((name) => name.startsWith('daily-'))
    .sort();
  expect(daily).toHaveLength(14);
  expect(daily.at(0)).toMatch(/^daily-20261103-/);
  expect(daily.at(-1)).toMatch(/^daily-20261116-/);
  expect(existsSync(manual)).toBe(true);
  await verifyBackup(join(folder, daily.at(-1) ?? ''));
  rmSync(folder, { recursive: true });
  await dispose();
});
