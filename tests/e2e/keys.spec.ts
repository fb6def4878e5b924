import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { everythingStored } from '../support/everything-stored';
import { findAxeViolations } from '../support/find-axe-violations';
import { openSafety, unlockWith } from '../support/pages/local-password';
import { OverviewPage } from '../support/pages/overview-page';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** One clerk at one computer: each test goes on where the one before stopped. */
let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  // Its dialog of the system is out of a test's reach.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  complaints = await watchComplaints(page);
});
// A reload breaks off the icon of the tab.
test.afterEach(() => expect(complaints.filter((one) => !one.endsWith('/icon.svg'))).toEqual([]));
test.afterAll(() => page.context().close());

test('nobody is asked for anything, and no phone or resident id lies readable on the disk', async ({
  page,
}) => {
  await page.goto('/');
  await new OverviewPage(page).loadDemo();
  const stored = await everythingStored(page);
  expect(stored).toContain('"sealed":"');
  // Names are as they were: the whole register was searched.
  expect(stored).toContain('"name":"');
  expect(stored.match(/"(1[3-9]\d{9}|\d{17}[\dX])"/g) ?? []).toEqual([]);
  await page.reload();
  await page.getByRole('link', { name: '党员' }).click();
  await page.getByLabel('显示证件号和电话').click();
  await expect(page.getByText(/^1[3-9]\d{9}$/).first()).toBeVisible();
});

const first = '青溪镇口令2026';
const second = '新的口令二〇二七';
let sheet = '';

const lockScreen = () => page.getByRole('heading', { name: '两新台账已锁定' });
const openLedger = () => page.getByRole('link', { name: '概览' });

test('Ctrl+L says what is missing; a password is set in the settings and gives the recovery sheet', async () => {
  await page.goto('/');
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByLabel('填报单位').fill('青溪镇党建办');
  await page.getByLabel('县（市、区）').fill('临川县');
  await page.getByRole('button', { name: '建立台账' }).click();
  await expect(openLedger()).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByText('还没有设本机口令').first()).toBeVisible();
  await openSafety(page);
  await expect(page.getByText('密钥由这个浏览器保管')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '设置本机口令…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('您的姓名').fill('李晓');
  await dialog.getByLabel('新口令（至少 8 位）').fill(first);
  await dialog.getByLabel('再输一次新口令').fill(second);
  await dialog.getByRole('button', { name: '设置口令' }).click();
  await expect(dialog.getByText('两次填写的口令不一样')).toBeVisible();
  await dialog.getByLabel('再输一次新口令').fill(first);
  await dialog.getByRole('button', { name: '设置口令' }).click();
  const code = dialog.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$/);
  await expect(code).toBeVisible();
  sheet = await code.innerText();
  await dialog.getByLabel('已经打印或抄好，核对无误').check();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('row', { name: /李晓 正在使用/ })).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  expect(await everythingStored(page)).not.toContain(sheet);
});

test('a backup file is sealed once there is a password, which opens it on another computer', async ({
  browser,
}) => {
  await page.goto('/#/settings?section=backup');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '备份全部数据' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^两新台账备份-青溪镇党建办-.*\.lxbak$/);
  expect(await readFile(await file.path(), 'utf8')).not.toContain('临川县');
  const other = await (await browser.newContext()).newPage();
  await other.goto('/');
  await other.getByRole('button', { name: '从备份恢复' }).click();
  await other.locator('input[type=file]').setInputFiles(await file.path());
  await other.getByLabel('做备份时的口令').fill(first);
  await other.getByRole('button', { name: '打开备份' }).click();
  await other.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(other.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await other.context().close();
});

test('locked, nothing of the register is on the page; a wrong password opens nothing', async () => {
  await page.keyboard.press('Control+l');
  await expect(lockScreen()).toBeVisible();
  await expect(openLedger()).toHaveCount(0);
  expect(await page.locator('#root').innerText()).not.toContain('青溪');
  expect(await findAxeViolations(page)).toEqual([]);
  await unlockWith(page, '不是这个口令');
  await expect(page.getByRole('alert')).toContainText('口令不对');
  await expect(lockScreen()).toBeVisible();
});

test('the lock survives a reload, and the password opens the register as it was', async () => {
  await page.reload();
  await expect(lockScreen()).toBeVisible();
  await unlockWith(page, first);
  await expect(openLedger()).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('青溪镇党建办');
});

test('an edit is signed by who unlocked the register', async () => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '填报单位' }).click();
  await page.getByRole('textbox', { name: '审核人' }).fill('周主任');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await everythingStored(page)).includes('周主任')).toBe(true);
  const signed = (await everythingStored(page)).match(/"by":"李晓","device":"[^"]*","changes":\{"reviewer"/);
  expect(signed).not.toBeNull();
});

test('a forgotten password: the sheet gives a new one, a mistyped sheet is told so', async () => {
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByLabel('恢复码').fill(`${sheet.slice(0, -1)}${sheet.endsWith('A') ? 'B' : 'A'}`);
  await page.getByLabel('新口令（至少 8 位）').fill(second);
  await page.getByLabel('再输一次新口令').fill(second);
  await page.getByRole('button', { name: '换口令并解锁' }).click();
  await expect(page.getByRole('alert')).toContainText('抄得不对');
  await page.getByLabel('恢复码').fill(sheet.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: '换口令并解锁' }).click();
  await expect(openLedger()).toBeVisible();
});

test('a colleague gets her own password and works in the same register', async () => {
  await openSafety(page);
  await page.getByRole('button', { name: '添加使用人…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('您现在的口令').fill(second);
  await dialog.getByLabel('新使用人的姓名').fill('王芳');
  await dialog.getByLabel('新口令（至少 8 位）').fill(first);
  await dialog.getByLabel('再输一次新口令').fill(first);
  await dialog.getByRole('button', { name: '添加' }).click();
  await expect(page.getByRole('row', { name: /王芳/ })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: '锁定' }).click();
  await page.getByRole('combobox', { name: '使用人' }).click();
  await page.getByRole('option', { name: '王芳' }).click();
  await unlockWith(page, first);
  await expect(openLedger()).toBeVisible();
  await expect(page.getByRole('banner').getByTitle(/王芳在使用/)).toBeVisible();
});

test('ten minutes without a person lock the screen; programs that pretend to be one do not count', async () => {
  await page.clock.install();
  await page.reload();
  await unlockWith(page, first);
  await expect(openLedger()).toBeVisible();
  await page.clock.fastForward('09:00');
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 310);
  await page.clock.fastForward('08:30');
  await expect(openLedger()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' })));
  await page.clock.fastForward('00:40');
  await expect(page.getByText('一分钟后自动锁定')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new PointerEvent('pointermove')));
  await page.clock.fastForward('01:00');
  await expect(lockScreen()).toBeVisible();
});

test('whoever has nothing left empties the computer, after two questions, and begins anew', async () => {
  await page.getByRole('button', { name: '忘记口令' }).click();
  await page.getByRole('button', { name: '都不行，清空这台电脑重新开始…' }).click();
  await expect(page.getByText(/这台电脑没有连接县级，\d+ 条记录只在这里，会全部丢失/)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await expect(page.getByRole('button', { name: '继续' })).toBeDisabled();
  await page.getByLabel('别的使用人、恢复单、县级协助都试过了，知道这些会丢失').check();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByLabel('您的姓名').fill('赵敏');
  await page.getByLabel('新口令（至少 8 位）').fill(second);
  await page.getByLabel('再输一次新口令').fill(second);
  await page.getByRole('button', { name: '清空并重新开始' }).click();
  await expect(page.getByRole('alert')).toContainText('没有清空');
  expect(await everythingStored(page)).toContain('周主任');
  await page.getByLabel(/确实要清空/).fill('清空');
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '清空并重新开始' }).click();
  await expect(page.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$/)).toBeVisible();
  await page.getByLabel('已经打印或抄好，核对无误').check();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('button', { name: '新建台账' })).toBeVisible();
  expect(await everythingStored(page)).not.toContain('周主任');
  await page.keyboard.press('Control+l');
  await expect(page.getByText('赵敏')).toBeVisible();
  await unlockWith(page, second);
  await expect(page.getByRole('button', { name: '新建台账' })).toBeVisible();
});
