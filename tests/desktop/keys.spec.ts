import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

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

async function start(hasNoKeyStore = false): Promise<Page> {
  desktop = await startDesktop(profile, { hasNoKeyStore });
  if (!desktop) throw new Error('the profile was taken');
  return desktop.page;
}

const password = '青溪镇口令2026';
const phone = '13812345678';

/** Sets the office's phone, then renames it, so that both stand in the journal. */
async function typePhone(page: Page): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('textbox', { name: '联系电话' }).fill(phone);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/已保存/)).toBeVisible();
}

async function setPassword(page: Page): Promise<void> {
  await page.getByLabel('您的姓名').fill('李晓');
  await page.getByLabel('新口令（至少 8 位）').fill(password);
  await page.getByLabel('再输一次新口令').fill(password);
  await page.getByRole('button', { name: '设置口令' }).click();
  await page.getByLabel('已经打印或抄好，核对无误').check();
  await page.getByRole('button', { name: '完成' }).click();
}

const unlock = async (page: Page) => {
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '解锁' }).click();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
};

test('the journal and the keyring on the disk are readable to nobody, and the program reads both', async () => {
  let page = await start();
  await startBlankLedger(page);
  await typePhone(page);
  const journal = await readFile(join(profile, 'journal/000001.log'), 'utf8');
  expect(journal).toMatch(/^(sealed [A-Za-z0-9+/=]+\n)+$/);
  const keyring = await readFile(join(profile, 'keys.json'), 'utf8');
  expect(keyring).toContain('"by":');
  await desktop?.close();
  // The browser's database is lost: everything comes back from the sealed journal.
  await rm(desktop?.databaseFolder ?? '', { recursive: true });
  page = await start();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
  await expect(page.getByText('已找回上次没有写完的内容')).toBeVisible();
  await page.getByRole('link', { name: '设置' }).click();
  await expect(page.getByRole('textbox', { name: '联系电话' })).toHaveValue(phone);
});

test('a system without a key store is refused in words; a password takes its place', async () => {
  let page = await start(true);
  await expect(page.getByText('basic_text')).toBeVisible();
  // Nothing was kept in the wrong place meanwhile.
  expect(await readdir(profile)).not.toContain('keys.json');
  await setPassword(page);
  await startBlankLedger(page);
  const keyring = await readFile(join(profile, 'keys.json'), 'utf8');
  expect(keyring).toContain('"guarded":null');
  await desktop?.close();
  page = await start(true);
  await unlock(page);
});

test('锁定 in the menu, the lock after a restart, and the key taken from the system', async () => {
  let page = await start();
  await startBlankLedger(page);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '本机安全' }).click();
  await expect(page.getByText('密钥由系统的钥匙串保管')).toBeVisible();
  await page.getByRole('button', { name: '设置本机口令…' }).click();
  await setPassword(page);
  expect(await readFile(join(profile, 'keys.json'), 'utf8')).toContain('"guarded":null');
  await desktop?.clickMenu('锁定(&L)');
  await expect(page.getByRole('heading', { name: '两新台账已锁定' })).toBeVisible();
  await expect(page.getByText('青溪镇党建办')).toHaveCount(0);
  await unlock(page);
  await desktop?.kill();
  page = await start();
  await expect(page.getByRole('heading', { name: '两新台账已锁定' })).toBeVisible();
  await unlock(page);
  const { size, mode } = await stat(join(profile, 'keys.json'));
  expect(size).toBeGreaterThan(100);
  // Windows keeps the folders of a person to herself.
  if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
});
