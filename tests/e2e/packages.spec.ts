import { type Download, expect, type Page, test } from '@playwright/test';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { findAxeViolations } from '../support/find-axe-violations';
import { LinkedClerk } from '../support/pages/linked-clerk';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const unit = '东溪第0001号有限公司';
let county: CountyProcess;
let clerk: LinkedClerk;
let organizer: LinkedClerk;
let newcomer: LinkedClerk;

test.beforeAll(async ({ browser }) => {
  county = await CountyProcess.begin(3);
  const [township, office] = ['TOWNSHIP1', 'COUNTY1'];
  clerk = await LinkedClerk.connected(browser, county.url, { code: township, userName: 'clerk', password });
  organizer = await LinkedClerk.connected(browser, county.url, {
    code: office,
    userName: 'organizer',
    password,
  });
});
test.afterEach(() => {
  for (const one of [clerk, organizer, newcomer]) if (one !== undefined) expect(one.errors).toEqual([]);
});
test.afterAll(async () => {
  for (const one of [clerk, organizer, newcomer]) await one?.context.close();
  await county?.dispose();
});

/** What a person saves by a button, as it would lie on the stick. */
async function savedBy(page: Page, button: string): Promise<Download> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return saved;
}

/** Chooses the file behind a button that opens the file dialog. */
async function choose(page: Page, button: string, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).first().click();
  await (await chooser).setFiles(file);
}

test('[PACKAGE] a township whose cable is out reports by stick, and the record says 县级已收', async () => {
  await clerk.openUnit(unit);
  await clerk.goOffline();
  await clerk.change(unit, { 经营地: '东溪镇工业路18号' });
  await clerk.open('exchange');
  await expect(clerk.page.getByText('1 处改动，交测试县')).toBeVisible();
  const report = await savedBy(clerk.page, '导出上报包…');
  expect(report.suggestedFilename()).toMatch(/^上报包_东溪镇_第1号_\d{4}-\d{2}-\d{2}\.lxbao$/);
  await expect(clerk.page.getByText('等县级的回执包')).toBeVisible();
  expect(await findAxeViolations(clerk.page)).toEqual([]);

  const { page } = organizer;
  await organizer.open('administration?section=packages');
  await choose(page, '导入上报包…', await report.path());
  await expect(page.getByText('1 处改动')).toBeVisible();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  const row = page.getByRole('table', { name: '导入结果' }).getByRole('row').filter({ hasText: unit });
  await expect(row).toContainText('修改经营地');
  await expect(row).toContainText('已收');
  expect(await findAxeViolations(page)).toEqual([]);
  const receipt = await savedBy(page, '保存回执包…');
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('row').filter({ hasText: '上报包 第 1 号' })).toContainText('东溪镇');

  await choose(clerk.page, '导入回执包…', await receipt.path());
  await expect(clerk.page.getByText('答复第 1 号上报包', { exact: false })).toBeVisible();
  await clerk.page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(clerk.page.getByText('第 1 号上报包，县级收下 1 处。', { exact: false })).toBeVisible();
  await clerk.page.getByRole('button', { name: '知道了' }).click();
  const panel = await clerk.openUnit(unit);
  await expect(panel.getByText(/^县级已收 第\d+号$/)).toBeVisible();
  await expect(clerk.line).toHaveText('离线');

  await clerk.open('exchange');
  await choose(clerk.page, '导入回执包…', await receipt.path());
  await clerk.page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(clerk.page.getByRole('dialog').getByRole('alert')).toContainText('已经导入过');
  await clerk.page.getByRole('button', { name: '取消' }).click();
});

test('[PACKAGE-9] a computer that was never connected begins with a package and its code', async ({
  browser,
}) => {
  const { page } = organizer;
  await organizer.open('administration?section=packages');
  await page.getByRole('button', { name: '做首次数据包…' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '这台电脑属于' }).fill('东溪');
  await page
    .getByRole('option', { name: /东溪镇/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: '电脑名称' }).fill('山里的台式机');
  await dialog.getByRole('combobox', { name: '给谁用' }).fill('章小溪');
  await page.getByRole('option', { name: /章小溪/ }).click();
  await dialog.getByRole('button', { name: '制作' }).click();
  const code = (await page.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()) ?? '';
  const seed = await savedBy(page, '保存到 U 盘…');
  await page.getByRole('button', { name: '完成' }).click();

  newcomer = await LinkedClerk.at(browser, county.url);
  // The program is on the computer; no county is.
  await newcomer.context.route('**/api/**', (route) => route.abort());
  await newcomer.page.getByRole('button', { name: '连接县级' }).click();
  await expect(newcomer.page.getByRole('button', { name: '导入首次数据包…' })).toBeVisible();
  await choose(newcomer.page, '导入首次数据包…', await seed.path());
  await newcomer.page.getByRole('textbox', { name: '开包码' }).fill('AAAAA-AAAAA-AAAAA');
  await newcomer.page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(newcomer.page.getByRole('alert')).toContainText('开包码不对', { timeout: 30_000 });
  await newcomer.page.getByRole('textbox', { name: '开包码' }).fill(code);
  await newcomer.page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(newcomer.page.getByText('首次数据包已导入', { exact: false })).toBeVisible({
    timeout: 60_000,
  });
  await newcomer.page.getByRole('button', { name: '知道了' }).click();
  await newcomer.open('ledger/units');
  await expect.poll(() => newcomer.ledger.shownCount(), { timeout: 30_000 }).toBe(3);
});
