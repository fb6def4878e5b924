import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { watchComplaints } from '../support/watch-complaints';

let profile: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  await desktop?.kill();
  await rm(profile, { recursive: true, force: true });
});

test('every place of the rail, the dialogs and the printed sheet keep to the strict policy, styles included', async () => {
  test.setTimeout(240_000);
  desktop = await startDesktop(profile);
  if (!desktop) throw new Error('the profile was taken');
  const { page } = desktop;
  const complaints = await watchComplaints(page);
  await page.reload();
  await page.getByRole('button', { name: '载入演示数据' }).click();
  await expect(page.getByText('这是演示数据')).toBeVisible({ timeout: 90_000 });
  const places = page.getByRole('navigation').getByRole('link');
  for (let index = 0; index < (await places.count()); index++) {
    await places.nth(index).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '报表', exact: true }).click();
  const preview = page.frameLocator('iframe[title$=预览]');
  await expect(preview.locator('table')).toBeVisible({ timeout: 60_000 });
  // Drawn with its own styles: without the word that lets them through the sheet has no borders.
  const border = await preview
    .locator('td')
    .first()
    .evaluate((cell) => getComputedStyle(cell).borderRightStyle);
  expect(border).toBe('solid');
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: '打印' }).click();
  const printed = page.frameLocator('iframe[data-print]');
  await expect(printed.locator('table')).toHaveCount(1);
  expect(
    await printed
      .locator('td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).borderRightStyle),
  ).toBe('solid');
  const breaches = complaints.filter((text) => /^policy:|Content Security Policy/.test(text));
  expect(breaches).toEqual([]);
});
