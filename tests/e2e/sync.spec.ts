import { type Browser, expect, type Route, test } from '@playwright/test';
import { answeredEditSchema } from '@shared/domain/edit';
import { z } from 'zod';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { WireDevice } from '../support/county/wire-device';
import { findAxeViolations } from '../support/find-axe-violations';
import { LinkedClerk } from '../support/pages/linked-clerk';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const unitCount = 2000;
/** Units, and the places a township reads: itself, its village, the county above. */
const heldCount = /本机与县级一致：2,00\d 条/;

/** A real county server on an embedded database, in a process of its own. */
let county: CountyProcess;
/** Two computers: a clerk of a township, and the county's organizer. */
let clerk: LinkedClerk;
let organizer: LinkedClerk;

test.beforeAll(async ({ browser }) => {
  county = await CountyProcess.begin(unitCount);
  clerk = await LinkedClerk.at(browser, county.url);
});
test.afterEach(() => {
  for (const one of [clerk, organizer]) if (one !== undefined) expect(one.errors).toEqual([]);
});
test.afterAll(async () => {
  await clerk?.context.close();
  await organizer?.context.close();
  await county?.dispose();
});

/** Where each page was asked from, and time to interrupt between two of them. */
async function watchPages({ page }: LinkedClerk): Promise<number[]> {
  const asked: number[] = [];
  await page.route('**/api/v1/changes?*', async (route) => {
    asked.push(Number(new URL(route.request().url()).searchParams.get('since')));
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue().catch(() => {});
  });
  return asked;
}

/** Half a register makes wrong tables: every page of figures says so, and a table is not printed without a question. */
async function figuresSayTheyArePartial(): Promise<void> {
  const { page } = clerk;
  // The county falls silent, so that there is time to look around.
  const cutOff = (route: Route) => route.abort();
  await page.route('**/api/v1/**', cutOff);
  for (const path of ['overview', 'duties', 'ledger/units', 'reports']) {
    await clerk.open(path);
    await expect(
      page.getByText(/^(正在首次下载|首次下载还没有完成).*各页的数字、名单和报表都不完整/),
    ).toBeVisible();
  }
  await page.getByRole('button', { name: '保存 Excel' }).click();
  const question = page.getByRole('dialog', { name: '台账还没有收全' });
  await expect(question.getByText(/没有收完以前/)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await question.getByRole('button', { name: '先不办' }).click();
  await expect(question).toHaveCount(0);
  await page.unroute('**/api/v1/**', cutOff);
  await clerk.open('exchange');
}

test('[PULL-4] a first sync of 2,000 records goes on where it was interrupted, twice', async () => {
  const { page } = clerk;
  const asked = await watchPages(clerk);
  await clerk.connect({ code: 'TOWNSHIP1', userName: 'clerk', password });
  await page.getByRole('button', { name: '查看同步情况' }).click();
  const partial = page.getByText(/没有收完以前，各页的数字、名单和报表都不完整/);
  const progress = page.getByRole('main').getByText(/^已接收 [\d,]+( \/ 2,00\d)? 条$/);
  await expect(progress).toHaveText(/已接收 5\d\d \/ 2,00\d 条/, { timeout: 60_000 });
  expect(await findAxeViolations(page)).toEqual([]);
  await figuresSayTheyArePartial();
  await clerk.goOffline();
  await expect(page.getByRole('main').getByText('离线，可以照常工作').first()).toBeVisible();
  await clerk.goOnline();
  await expect(progress).toHaveText(/已接收 1,\d{3} \/ 2,00\d 条/, { timeout: 60_000 });
  await page.reload();
  await expect(page.getByText(heldCount)).toBeVisible({ timeout: 60_000 });
  // The first request names no checkpoint, the second is the first page; nothing begins again after that.
  expect(asked.length).toBeGreaterThan(4);
  expect(asked.filter((since) => since === 0).length).toBeLessThanOrEqual(2);
  await page.unroute('**/api/v1/changes?*');
  await expect(partial).toHaveCount(0);
  await clerk.open('ledger/units');
  await expect.poll(() => clerk.ledger.shownCount()).toBe(unitCount);
});

const [first, second, third] = ['东溪第0001号有限公司', '东溪第0002号有限公司', '东溪第0003号有限公司'];

async function bothWorkOffline(browser: Browser): Promise<void> {
  organizer = await LinkedClerk.connected(browser, county.url, {
    code: 'COUNTY1',
    userName: 'organizer',
    password,
  });
  for (const one of [clerk, organizer]) {
    await one.openUnit(first);
    await one.goOffline();
  }
  await clerk.change(first, { 经营地: '东溪镇工业路18号' });
  await organizer.change(first, { 注册地: '东溪镇人民路2号' });
  await clerk.typeStaff('东溪第000', { [first]: '60', [second]: '61', [third]: '61' });
  await organizer.typeStaff('东溪第000', { [first]: '52', [second]: '53', [third]: '53' });
}

test('[APPLY-4] two offices work without a network: different fields merge, the same field waits for a person', async ({
  browser,
}) => {
  await bothWorkOffline(browser);
  await expect(clerk.line).toHaveText('离线 · 未上报 4 条');
  await clerk.open('exchange');
  const waiting = clerk.page.getByRole('table', { name: '等待上报' });
  await expect(waiting.getByRole('row').filter({ hasText: first })).toContainText('修改经营地、从业人员');
  await organizer.goOnline();
  await organizer.quiet();
  await clerk.goOnline();
  await clerk.quiet();
  const panel = await clerk.openUnit(first);
  await expect(clerk.field(panel, '注册地')).toHaveValue('东溪镇人民路2号');
  await expect(clerk.field(panel, '经营地')).toHaveValue('东溪镇工业路18号');
  // The county's value stays until somebody has decided (APPLY-3).
  await expect(panel.getByText(/^县级已收 第\d+号$/)).toBeVisible();
  await expect(await clerk.staffOf(first)).toHaveText('52');
  await organizer.open('conflicts');
  await expect(organizer.page.getByText('待处理 3 处，涉及 3 条记录。', { exact: false })).toBeVisible();
});

test('[CONFLICT-2] settled without a network by keyboard, seen settled by both', async () => {
  const { page } = clerk;
  await clerk.goOffline();
  await clerk.open('conflicts');
  const panel = page.getByRole('article');
  await expect(panel.getByRole('heading', { name: '从业人员' })).toBeVisible();
  for (const words of ['40人', '60人', '52人']) await expect(panel.getByText(words)).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  // A third value for the first of three, then the county's for all that are alike.
  await page.keyboard.press('3');
  await page.getByRole('textbox', { name: '另填（从业人员）' }).fill('58');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/已另填新值。/)).toBeVisible();
  await expect(panel.getByText('61人')).toBeVisible();
  await panel.getByRole('checkbox', { name: /另外 1 处同类的也这样处理/ }).check();
  await panel.getByRole('heading', { name: '从业人员' }).click();
  await page.keyboard.press('2');
  await expect(page.getByText('没有冲突', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('待处理 2 处，涉及 2 条记录。', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('没有冲突', { exact: true })).toBeVisible();
  await clerk.goOnline();
  await clerk.quiet();

  await organizer.open('conflicts?state=settled');
  const settled = organizer.page.getByRole('navigation', { name: '冲突列表' }).getByRole('button');
  await expect(settled).toHaveCount(3);
  await settled.filter({ hasText: first }).click();
  await expect(organizer.page.getByText(/章小溪 .* 处理：采用\s*另填的\s*值“58人”/)).toBeVisible();
  await organizer.open('ledger/units');
  await organizer.ledger.find(first);
  await expect(await organizer.staffOf(first)).toHaveText('58');
});

/** Units whose number begins with 0: more than one push takes. */
const bulk = { search: '东溪第0', count: 999 };
const staffEdits = z.object({
  id: z.string(),
  staff: z.number(),
  history: z.array(answeredEditSchema),
});

test('[PUSH-2] the server is killed in the middle of a push: nothing is lost, nothing is taken twice', async () => {
  const { page } = clerk;
  await clerk.goOffline();
  await clerk.open('ledger/units');
  await clerk.ledger.find(bulk.search);
  await expect.poll(() => clerk.ledger.shownCount()).toBe(bulk.count);
  await page.getByRole('checkbox', { name: '选择全部显示的行' }).check();
  await page.getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '要修改的列' }).fill('从业人员');
  await page
    .getByRole('option', { name: /^从业人员/ })
    .first()
    .click();
  const value = dialog.getByRole('textbox', { name: /^改为/ });
  await value.fill('77');
  await value.blur();
  await dialog.getByRole('button', { name: `修改 ${bulk.count} 户` }).click();
  await expect(clerk.line).toHaveText(`离线 · 未上报 ${bulk.count} 条`, { timeout: 60_000 });

  const pushed = page.waitForRequest('**/api/v1/push', { timeout: 60_000 });
  await clerk.goOnline();
  await pushed;
  await county.kill();
  await expect(clerk.line).toHaveText(/^离线 · 未上报 \d+ 条$/, { timeout: 60_000 });
  await county.start();
  await clerk.open('exchange');
  await page.getByRole('button', { name: '立即同步' }).click();
  await clerk.quiet();

  const lead = await WireDevice.enrolled(county.url, { code: 'TOWNSHIP2', userName: 'lead', password });
  const items = await lead.pull();
  const changed = items
    .filter(({ collection }) => collection === 'units')
    .map(({ document }) => staffEdits.parse(document))
    .filter(({ staff }) => staff === 77);
  expect(changed).toHaveLength(bulk.count);
  const doubled = changed.filter(({ history }) => {
    const ids = history.map(({ editId }) => editId);
    const toBulk = history.filter(({ changes }) => changes['staff']?.to === 77);
    return new Set(ids).size !== ids.length || toBulk.length !== 1;
  });
  expect(doubled).toEqual([]);
});

test('[REBASE-3] a backup put back keeps what the county has not got', async () => {
  const { page } = clerk;
  await clerk.open('settings?section=backup');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '备份全部数据' }).click();
  const path = await (await downloading).path();
  // Replacing the register opens the page anew, which needs its server; only what is exchanged is cut off.
  await page.route('**/api/v1/**', (route) => route.abort());
  await clerk.change(second, { 经营地: '东溪镇工业路19号' });
  await clerk.open('settings?section=backup');
  await page.locator('input[type=file]').setInputFiles(path);
  const dialog = page.getByRole('dialog', { name: '恢复备份' });
  await expect(dialog.getByText('1 条记录的 1 处改动还没有上报县级')).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: /^保留这些改动/ })).toBeChecked();
  expect(await findAxeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(clerk.line).toHaveText('离线 · 未上报 1 条', { timeout: 60_000 });
  await page.unroute('**/api/v1/**');
  await clerk.quiet();
  const lead = await WireDevice.enrolled(county.url, { code: 'TOWNSHIP3', userName: 'lead', password });
  const items = await lead.pull();
  expect(items.some(({ document }) => document?.['operatingAddress'] === '东溪镇工业路19号')).toBe(true);
});
