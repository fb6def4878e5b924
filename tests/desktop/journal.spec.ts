import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { findAxeViolations } from '../support/find-axe-violations';
import { seeded } from '../support/office-workbooks/seeded';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

/** Fifty on demand; each costs a start of the whole program. */
const killCount = Number(process.env['KILL_POINTS'] ?? 6);

let profile: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(profile, { recursive: true, force: true });
});

async function start(): Promise<Page> {
  desktop = await startDesktop(profile);
  if (!desktop) throw new Error('the profile was taken');
  return desktop.page;
}

async function openSettings(page: Page) {
  await page.getByRole('link', { name: '设置' }).click();
  return page.getByRole('textbox', { name: '填报单位' });
}

const numberIn = (name: string): number => Number(name.replace(/\D/g, ''));

/** Renames the office again and again, telling each number once the page has shown it as saved. */
async function renameUntilKilled(page: Page, from: number, shown: (count: number) => void): Promise<void> {
  const name = await openSettings(page);
  for (let count = from; ; count++) {
    await name.fill(`第${count}号办公室`);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.locator('header').first()).toContainText(`第${count}号办公室`);
    shown(count);
  }
}

test('the plug pulled in the middle of saving, again and again: nothing shown as saved is missing', async () => {
  test.setTimeout(60_000 + killCount * 20_000);
  const random = seeded(20_261_121);
  let page = await start();
  await startBlankLedger(page, '第0号办公室');
  let shown = 0;
  for (let round = 0; round < killCount; round++) {
    const work = renameUntilKilled(page, shown + 1, (count) => (shown = count)).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 700 + random.below(900)));
    await desktop?.kill();
    await work;
    page = await start();
    const kept = numberIn(await (await openSettings(page)).inputValue());
    expect(kept, `round ${round}`).toBeGreaterThanOrEqual(shown);
    shown = kept;
  }
  expect(shown).toBeGreaterThan(killCount);
});

test('the database thrown away by the browser: everything comes back from the journal, and the person is told', async () => {
  let page = await start();
  await startBlankLedger(page, '第0号办公室');
  const name = await openSettings(page);
  await name.fill('第7号办公室');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('header').first()).toContainText('第7号办公室');
  const database = desktop?.databaseFolder ?? '';
  await desktop?.close();
  // What Chromium does when the disk is full at a bad moment.
  expect((await readdir(database)).length).toBeGreaterThan(0);
  await rm(database, { recursive: true });
  page = await start();
  await expect(page.locator('header').first()).toContainText('第7号办公室');
  await expect(page.getByText('已找回上次没有写完的内容')).toBeVisible();
});

test('自检报告: read from the disk, nothing wrong, reached from 设置', async () => {
  const page = await start();
  await startBlankLedger(page, '第0号办公室');
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '数据', exact: true }).click();
  await page.getByRole('link', { name: '查看自检报告' }).click();
  await expect(page.getByText(/检查，没有发现问题(，有 \d+ 项请注意)?。$/)).toBeVisible();
  await expect(page.getByText(/^日志里的 \d+ 处修改都在台账里，没有丢失。$/)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
});

test('the journal is one part of sealed lines, and it grows with every save', async () => {
  const page = await start();
  await startBlankLedger(page, '第0号办公室');
  const part = join(profile, 'journal/000001.log');
  const { size } = await stat(part);
  const name = await openSettings(page);
  await name.fill('第8号办公室');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('header').first()).toContainText('第8号办公室');
  expect((await stat(part)).size).toBeGreaterThan(size);
  expect(await readFile(part, 'utf8')).toMatch(/^(sealed [A-Za-z0-9+/=]+\n)+$/);
});

test('a full disk: a clear sentence, nothing half saved, and the same click works once there is room', async () => {
  const page = await start();
  const part = join(profile, 'journal/000001.log');
  await mkdir(join(profile, 'journal'), { recursive: true });
  await page.getByRole('button', { name: '新建台账' }).click();
  // A disk that is always full (Linux has one).
  await symlink('/dev/full', part);
  await page.getByLabel('填报单位').fill('第9号办公室');
  await page.getByLabel('县（市、区）').fill('临川县');
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.getByText('修改日志写不进磁盘（磁盘已满）')).toBeVisible();
  await rm(part);
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.locator('header').first()).toContainText('第9号办公室');
});
