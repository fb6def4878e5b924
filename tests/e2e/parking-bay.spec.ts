import { expect, test } from '@playwright/test';
import { CountyProcess } from '../support/county/county-process';
import { testPassword as password } from '../support/county/test-users';
import { findAxeViolations } from '../support/find-axe-violations';
import { LinkedClerk } from '../support/pages/linked-clerk';

let county: CountyProcess;
let clerk: LinkedClerk;
let organizer: LinkedClerk;

test.beforeAll(async ({ browser }) => {
  county = await CountyProcess.begin();
  clerk = await LinkedClerk.connected(browser, county.url, {
    code: 'TOWNSHIP1',
    userName: 'clerk',
    password,
  });
  organizer = await LinkedClerk.connected(browser, county.url, {
    code: 'COUNTY1',
    userName: 'organizer',
    password,
  });
});
test.afterEach(() => {
  for (const one of [clerk, organizer]) expect(one.errors).toEqual([]);
});
test.afterAll(async () => {
  for (const one of [clerk, organizer]) await one?.context.close();
  await county?.dispose();
});

test('[REJECT-3] a refused edit waits in the parking bay, is handed over, and the county deals with it', async () => {
  const { page } = clerk;
  // The county's own place is read by townships and changed by none of them (SCOPE-2, SCOPE-3).
  await clerk.open('ledger/orgUnits');
  await clerk.ledger.row('测试县').locator('[data-link]').filter({ hasText: '测试县' }).click();
  const place = page.getByRole('complementary', { name: '测试县' });
  await clerk.field(place, '区划代码').fill('340123');
  await clerk.field(place, '区划代码').blur();
  await place.getByRole('button', { name: '保存' }).click();
  const way = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^搁置箱/ });
  await expect(way).toHaveText('搁置箱1', { timeout: 30_000 });
  await way.click();
  const panel = page.getByRole('article');
  await expect(panel.getByText(/不在您负责的范围内/)).toBeVisible();
  const typed = panel.getByRole('row').filter({ hasText: '区划代码' });
  await expect(typed).toContainText('未填');
  await expect(typed).toContainText('340123');
  expect(await findAxeViolations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await panel.getByRole('button', { name: '导出' }).click();
  expect((await download).suggestedFilename()).toMatch(/^搁置箱清单_.+_\d{4}-\d{2}-\d{2}\.xlsx$/);
  await panel.getByRole('button', { name: '移交县级…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移交', exact: true }).click();
  await clerk.quiet();

  await organizer.open('parking-bay');
  const handed = organizer.page.getByRole('article');
  await expect(handed.getByRole('heading', { name: '测试县' })).toBeVisible({ timeout: 30_000 });
  await handed.getByRole('button', { name: '按内容办理…' }).click();
  await expect(organizer.field(handed, '区划代码')).toHaveValue('340123');
  await handed.getByRole('button', { name: '按此办理' }).click();
  await organizer.quiet();

  await clerk.quiet();
  await clerk.open('parking-bay?part=done');
  await expect(page.getByText('县级 江组织已按内容办理。')).toBeVisible({ timeout: 30_000 });
  await clerk.open('ledger/orgUnits');
  await clerk.ledger.row('测试县').locator('[data-link]').filter({ hasText: '测试县' }).click();
  await expect(clerk.field(place, '区划代码')).toHaveValue('340123');
});
