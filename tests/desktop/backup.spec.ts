import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

const password = '青溪镇口令2026';

let folder: string;
let stick: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desktop-'));
  stick = join(folder, 'USB');
  await mkdir(stick);
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(folder, { recursive: true, force: true });
});

/** @param computer its profile */
async function start(computer: string): Promise<Page> {
  desktop = await startDesktop(join(folder, computer));
  if (!desktop) throw new Error('the profile was taken');
  return desktop.page;
}

async function openSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: section, exact: true }).click();
}

async function chooseStick(page: Page): Promise<void> {
  await desktop?.answerDialog({ kind: 'open', filePaths: [stick] });
  await page.getByRole('button', { name: '选择 U 盘或文件夹…' }).click();
}

async function setPassword(page: Page): Promise<string> {
  await openSettings(page, '本机安全');
  await page.getByRole('button', { name: '设置本机口令…' }).click();
  await page.getByLabel('您的姓名').fill('李晓');
  await page.getByLabel('新口令（至少 8 位）').fill(password);
  await page.getByLabel('再输一次新口令').fill(password);
  await page.getByRole('button', { name: '设置口令' }).click();
  const code = page.getByText(/^([0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
  const sheet = await code.textContent();
  await page.getByLabel('已经打印或抄好，核对无误').check();
  await page.getByRole('button', { name: '完成' }).click();
  return sheet ?? '';
}

const isBackedUp = (page: Page) => expect(page.getByText(/^上次备份：/)).toBeVisible();
const backUpNow = (page: Page) => page.getByRole('button', { name: '现在备份' }).click();

test('to a stick: chosen, made, checked; the stick pulled and put back is said and mends itself', async () => {
  const page = await start('old');
  await startBlankLedger(page);
  await openSettings(page, '备份');
  await expect(page.getByText('存到：本机的程序文件夹')).toBeVisible();
  await chooseStick(page);
  await expect(page.getByText(`存到：${join('USB', '两新台账备份')}。`)).toBeVisible();
  await expect(page.getByText('这些备份现在只有这台电脑打得开')).toBeVisible();
  await backUpNow(page);
  await isBackedUp(page);
  await page.getByRole('button', { name: /^校验 / }).click();
  await expect(page.getByText(/^完好：能解密，\d+ 条逐条读过.*与本机现在的数据一致。$/)).toBeVisible();
  await rename(stick, join(folder, 'pulled'));
  await backUpNow(page);
  const failed = page.getByText('备份失败：找不到备份文件夹');
  // Beside the button, and above every page until it works again.
  await expect(failed).toHaveCount(2);
  await rename(join(folder, 'pulled'), stick);
  await backUpNow(page);
  await expect(page.getByRole('row', { name: /每日备份/ })).toHaveCount(1);
  await expect(failed).toHaveCount(0);
  expect((await readdir(join(stick, '两新台账备份'))).length).toBe(2);
});

test('the computer is gone, the stick is not: a new one takes the register back by password or sheet', async () => {
  let page = await start('old');
  await startBlankLedger(page);
  const sheet = await setPassword(page);
  await openSettings(page, '备份');
  await chooseStick(page);
  await backUpNow(page);
  await isBackedUp(page);
  await desktop?.kill();
  await rm(join(folder, 'old'), { recursive: true });

  page = await start('new');
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await chooseStick(page);
  await page.getByRole('button', { name: /^恢复 / }).click();
  await page.getByLabel('做备份时的口令').fill('记错的口令1');
  await page.getByRole('button', { name: '打开备份' }).click();
  await expect(page.getByText('口令不对，打不开这份备份')).toBeVisible();
  await page.getByText('用恢复单', { exact: true }).click();
  await page.getByLabel('恢复码').fill(sheet.toLowerCase());
  await page.getByRole('button', { name: '打开备份' }).click();
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
  // Its own key from now on: nobody is asked for the old password.
  await page.reload();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
});

test('database and journal both lost: the backup in the program’s own folder brings the register back', async () => {
  let page = await start('old');
  await startBlankLedger(page);
  await openSettings(page, '备份');
  await backUpNow(page);
  await isBackedUp(page);
  const database = desktop?.databaseFolder ?? '';
  await desktop?.close();
  await rm(database, { recursive: true });
  await rm(join(folder, 'old/journal'), { recursive: true });
  page = await start('old');
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await page.getByRole('button', { name: /^恢复 / }).click();
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
});
