import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { electronRuntime, startDesktop } from '../support/electron-host/start-desktop';
import { setFirstPassword, unlockWith } from '../support/pages/local-password';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** One program that goes on running: each test opens something else with it. */
let folder: string;
let desktop: Desktop;
let page: Page;
const profile = () => join(folder, 'profile');
const password = '青溪镇口令2026';
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

/** As the system does when a link is clicked while the program runs. */
const openAgain = async (...args: string[]) => expect(await startDesktop(profile(), { args })).toBeNull();

async function start(...args: string[]): Promise<void> {
  const started = await startDesktop(profile(), { args });
  if (!started) throw new Error('the profile was taken');
  desktop = started;
  page = started.page;
}

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
  await start();
  await startBlankLedger(page);
  await desktop.close();
});
test.afterAll(async () => {
  await desktop?.kill();
  await rm(folder, { recursive: true, force: true });
});

test('the system learns the scheme, and the program shows what it was started with', async () => {
  await start('lxtz://page/reports');
  await expect(heading('报表')).toBeVisible();
  // Started from its sources it leaves the system as it is.
  const isPackaged = electronRuntime === null;
  expect(await desktop.seen('protocolClient')).toEqual(
    isPackaged ? [{ tell: 'protocolClient', scheme: 'lxtz' }] : [],
  );
});

test('an address opened while the program runs shows its page or record, and nothing else', async () => {
  await openAgain('lxtz://page/help');
  await expect(heading('帮助')).toBeVisible();
  await page.evaluate(() => (location.hash = '#/ledger/orgUnits'));
  await page.locator('[data-row] [data-link]').filter({ hasText: '临川县' }).first().click();
  const county = page.getByRole('complementary', { name: '临川县' });
  await expect(county).toBeVisible();
  const id = /[?&]record=(?:%22)?([\w-]+)/.exec(page.url())?.[1] ?? '';
  expect(id).not.toBe('');
  await openAgain('lxtz://page/help');
  await expect(heading('帮助')).toBeVisible();
  await openAgain(`lxtz://record/orgUnits/${id}`);
  await expect(county).toBeVisible();
  const before = page.url();
  await openAgain('lxtz://delete/units/1');
  await openAgain('lxtz://record/units/not-here');
  await expect(page.getByText('链接指的记录不在这台电脑的台账里')).toBeVisible();
  expect(page.url()).toBe(before);
});

test('while the ledger is locked, an address and a package wait until somebody unlocks it', async () => {
  await setFirstPassword(page, '李晓', password);
  await page.keyboard.press('Control+l');
  const locked = page.getByRole('heading', { name: '两新台账已锁定' });
  await expect(locked).toBeVisible();
  await openAgain('lxtz://page/duties');
  await expect(locked).toBeVisible();
  await unlockWith(page, password);
  await expect(heading('本周要办')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(locked).toBeVisible();
  const file = join(folder, '回执包.lxbao');
  await writeFile(file, 'not a package at all');
  // Desktops of Linux may give the address of a file instead of its path.
  await openAgain(pathToFileURL(file).href);
  await expect(locked).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await unlockWith(page, password);
  await expect(page.getByRole('dialog', { name: '导入数据交换包' })).toContainText('这不是数据交换包');
});
