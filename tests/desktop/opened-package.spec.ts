import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';

type Bridge = import('@shared/ipc/desktop-bridge').DesktopBridge;

let folder: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(folder, { recursive: true, force: true });
});

const profile = () => join(folder, 'profile');

async function packageFile(name: string, content: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function start(...args: string[]): Promise<Page> {
  desktop = await startDesktop(profile(), { args });
  if (!desktop) throw new Error('the profile was taken');
  return desktop.page;
}

const offered = (page: Page) =>
  page.evaluate(() => (window as unknown as { desktop: Bridge }).desktop.openedPackages());

const read = (page: Page, token: string) =>
  page.evaluate(async (given) => {
    const bytes = await (window as unknown as { desktop: Bridge }).desktop.readPackage(given);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  }, token);

test('a package the program was opened with reaches the page by a token that works once, without its folder', async () => {
  const page = await start(await packageFile('上报包_青溪镇.lxbao', 'content'));
  const [only, ...others] = await offered(page);
  expect(others).toEqual([]);
  expect(only).toEqual({ token: expect.stringMatching(/^[0-9a-f-]{36}$/), name: '上报包_青溪镇.lxbao' });
  expect(await read(page, only?.token ?? '')).toBe('content');
  expect(await read(page, only?.token ?? '')).toBeNull();
  expect(await offered(page)).toEqual([]);
});

test('a package opened while the program runs is announced to the page', async () => {
  const page = await start();
  await page.evaluate(() => {
    const { desktop: bridge } = window as unknown as { desktop: Bridge };
    bridge.onPackageOpened(() => {
      document.body.dataset['opened'] = 'yes';
    });
  });
  const file = await packageFile('回执包.lxbao', 'answer');
  expect(await startDesktop(profile(), { args: [file] })).toBeNull();
  await expect(page.locator('body[data-opened=yes]')).toHaveCount(1);
  const [only] = await offered(page);
  expect(only?.name).toBe('回执包.lxbao');
  expect(await read(page, only?.token ?? '')).toBe('answer');
});

test('other files, folders, files that are gone and invented tokens give nothing', async () => {
  const page = await start(await packageFile('台账.xlsx', 'x'), join(folder, 'missing.lxbao'));
  expect(await offered(page)).toEqual([]);
  expect(await read(page, '00000000-0000-4000-8000-000000000000')).toBeNull();
  await expect(read(page, '../../etc/passwd')).rejects.toThrow();
});

test('a ledger that is open goes to the exchange and says what the file is before anything is taken from it', async () => {
  const page = await start();
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByLabel('填报单位').fill('青溪镇党建办');
  await page.getByLabel('县（市、区）').fill('临川县');
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  const file = await packageFile('回执包.lxbao', 'not a package at all');
  expect(await startDesktop(profile(), { args: [file] })).toBeNull();
  const dialog = page.getByRole('dialog', { name: '导入数据交换包' });
  await expect(dialog).toContainText('这不是数据交换包');
  expect(await offered(page)).toEqual([]);
});
