import { expect, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { ImportPage } from '../support/pages/import-page';

test.describe.configure({ timeout: 180_000 });

const day = 86_400_000;

test('a browser that holds the only register reminds of a backup file after a month; later is a week, a file a month', async ({
  browser,
  page,
}) => {
  // Its dialog of the system is out of a test's reach.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const wizard = new ImportPage(page);
  await wizard.startFirstImport();
  await wizard.importWorkbook('柳河乡社会组织.csv');
  const reminder = page.getByRole('status').filter({ hasText: '请存一份到 U 盘' });
  await expect(reminder).toHaveCount(0);
  const begun = Date.now();
  await page.clock.setSystemTime(begun + 31 * day);
  await page.goto('/#/overview');
  await page.reload();
  await expect(reminder).toContainText('还没有存过备份文件');
  expect(await findAxeViolations(page)).toEqual([]);
  await reminder.getByRole('button', { name: '以后再说' }).click();
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(begun + 39 * day);
  await page.reload();
  await reminder.getByRole('button', { name: '去备份' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '备份全部数据' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^两新台账备份-.*\.json$/);
  await expect(reminder).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: '备份到文件' })).toBeVisible();
  await expect(reminder).toHaveCount(0);

  // Whoever brings the register from such a file has one.
  const other = await (await browser.newContext()).newPage();
  await other.clock.setSystemTime(begun + 39 * day);
  await other.goto('/');
  await other.getByRole('button', { name: '从备份恢复' }).click();
  await other.locator('input[type=file]').setInputFiles(await file.path());
  await other.getByRole('button', { name: '换成备份的内容' }).click();
  await expect(other.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await expect(other.getByText('还没有存过备份文件')).toHaveCount(0);
  await other.context().close();
});
