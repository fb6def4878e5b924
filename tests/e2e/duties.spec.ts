/** 本周要办 with the demo county: what is listed, where a line leads, and what can be taken away. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { OverviewPage } from '../support/pages/overview-page';
import { watchComplaints } from '../support/watch-complaints';

test('the week: narrowed, opened, taken off the list by recording a visit, printed and exported', async ({
  page,
}) => {
  const complaints = await watchComplaints(page);
  // A save dialog cannot be answered here; without one the ledger hands files to the download folder.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  const overview = new OverviewPage(page);
  await overview.loadDemo();
  const tasks = overview.panel('要办的事');
  const counted = async (label: string) =>
    Number((await tasks.getByRole('button', { name: label }).innerText()).match(/(\d+)\s*[户个]$/)?.[1]);
  const expected = await Promise.all(['换届到期', '应建未建', '空白点', '党员数待核'].map(counted));

  const rail = page.getByRole('navigation', { name: '主导航' });
  await rail.getByRole('link', { name: '本周要办' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '本周要办' })).toBeVisible();
  const kinds = page.getByRole('navigation', { name: '事项' });
  const kind = (label: string) => kinds.getByRole('button', { name: label });
  const countOf = async (label: string) => Number((await kind(label).innerText()).match(/\d+$/)?.[0]);
  const rows = page.getByRole('list', { name: '要办的事' }).getByRole('listitem');
  // The overview counts the same things.
  const here = await Promise.all(['换届', '应建未建', '空白点', '党员数待核'].map(countOf));
  expect(here).toEqual(expected);
  expect(await countOf('全部事项')).toBeGreaterThan(100);
  expect(await findAxeViolations(page)).toEqual([]);

  // The arrow keys go through the lines.
  await page.keyboard.press('ArrowDown');
  await expect(rows.first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('link')).toBeFocused();

  // By kind and village; the numbers of the other choices follow.
  const all = await countOf('指导员走访');
  await kind('指导员走访').click();
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(all));
  const village = (await rows.first().getByRole('link').locator('> span').nth(3).innerText()).replace(
    /等$/,
    '',
  );
  await page.getByRole('combobox', { name: '乡镇、村（社区）' }).fill(village);
  await page.getByRole('option', { name: village, exact: true }).first().click();
  await expect(page).toHaveURL(/kind=visit.*place=|place=.*kind=visit/);
  const inVillage = await countOf('指导员走访');
  expect(inVillage).toBeGreaterThan(0);
  expect(inVillage).toBeLessThan(all);
  await expect(rows.first()).toHaveAttribute('aria-setsize', String(inVillage));

  // What is shown is what the sheet and the calendar hold.
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: '打印清单' }).click();
  const sheet = page.frameLocator('iframe[data-print]');
  await expect(sheet.locator('tbody tr')).toHaveCount(inVillage);
  await expect(sheet.locator('h1')).toHaveText(/^本周要办清单（\d+月\d+日至\d+月\d+日）$/);
  await expect(sheet.locator('.memo')).toContainText(`共 ${inVillage} 件，范围：指导员走访、${village}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出日历' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^本周要办_\d{4}-\d\d-\d\d\.ics$/);
  const calendar = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '');
  expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(inVillage);
  expect(calendar).toContain(`LOCATION:${village}`);

  // A line opens the record; the visit recorded there takes it off the list.
  const name = await rows
    .first()
    .getByRole('link')
    .locator('> span')
    .nth(2)
    .locator('span')
    .first()
    .innerText();
  await rows.first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('tab', { name: '指导员走访' })).toHaveAttribute('aria-selected', 'true');
  const plan = await page.getByRole('table', { name: '选派情况' }).innerText();
  const times = Math.max(1, ...[...plan.matchAll(/每月 (\d) 次/g)].map(([, count]) => Number(count)));
  for (let visit = 0; visit < times; visit += 1) {
    await page.getByRole('tabpanel').getByRole('button', { name: '登记走访' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.goBack();
  await expect(kinds).toBeVisible();
  await expect.poll(() => countOf('指导员走访')).toBe(inVillage - 1);
  expect(complaints).toEqual([]);
});
