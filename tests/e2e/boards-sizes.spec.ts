/** 看板 of a county with no township, one, and five hundred: nothing is cut, nothing is divided by nothing, nothing moves. */
import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { writeBackup } from '@renderer/data/backup';
import { boards } from '@renderer/features/boards/page/board-names';
import type { Register } from '@shared/domain/collections';
import { manyTownships } from '../support/many-townships';
import { BoardsPage } from '../support/pages/boards-page';
import { startBlankLedger } from '../support/pages/start-blank-ledger';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ timeout: 300_000 });

const today = '2026-06-30T02:00:00.000Z';

/** Puts the county in by way of a backup, as somebody would on a new computer. */
async function restore(page: Page, register: Register, file: string): Promise<void> {
  await writeFile(file, writeBackup(register, today));
  await page.goto('/');
  await startBlankLedger(page);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('tab', { name: '备份' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  const reloaded = page.waitForEvent('load', { timeout: 120_000 });
  await page.getByRole('button', { name: '换成备份的内容' }).click({ timeout: 120_000 });
  await reloaded;
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
}

const countMoving = (page: Page): Promise<number> =>
  page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);

test('a county without a unit says what to do instead of drawing nothing', async ({ browser }, info) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  const complaints = await watchComplaints(page);
  await restore(page, manyTownships(0), info.outputPath('backup.json'));
  const shown = new BoardsPage(page);
  for (const board of Object.keys(boards)) {
    await shown.open(`/boards/${board}`);
    await expect(page.locator('#main')).toContainText('录入单位后，这里显示覆盖、六有、目标和队伍的情况');
    await expect(page.locator('#main')).not.toContainText(/NaN|Infinity|undefined|null|\d%/);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('a county with nobody to count shows — and never 0 %', async ({ browser }, info) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  const complaints = await watchComplaints(page);
  const whole = manyTownships(1);
  const units = whole.units.filter(({ status }) => status === 'preparing');
  await restore(page, { ...whole, units, partyOrgs: [] }, info.outputPath('backup.json'));
  const shown = new BoardsPage(page);
  const rates = ['组织覆盖率', '工作覆盖率', '六有达标率'];
  await shown.show('/boards/overview', '总览');
  for (const label of rates) {
    await expect(shown.figure(label)).toHaveText('—');
    await expect(shown.base(label)).toHaveText('0/0');
  }
  for (const [board, title] of Object.entries(boards)) {
    await shown.show(`/boards/${board}`, title);
    const told = await page.locator('#main').innerText();
    expect(told).not.toMatch(/NaN|Infinity|undefined|null/);
    const cells = await page.locator('#main').locator('td, dd, button').allInnerTexts();
    expect([title, cells.filter((text) => /\d%/.test(text))]).toEqual([title, []]);
  }
  await shown.open('/overview');
  await shown.waitForFigures();
  for (const label of rates.slice(0, 2)) await expect(shown.figure(label)).toHaveText('—');
  expect(complaints).toEqual([]);
  await context.close();
});

for (const townshipCount of [1, 500])
  test(`the boards of ${townshipCount} townships`, async ({ browser }, info) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime(today);
    const complaints = await watchComplaints(page);
    await restore(page, manyTownships(townshipCount), info.outputPath('backup.json'));
    const shown = new BoardsPage(page);
    for (const [board, title] of Object.entries(boards)) {
      await shown.show(`/boards/${board}`, title);
      expect([title, await shown.cutWords()]).toEqual([title, []]);
      const told = await page.locator('#main').innerText();
      expect(told).not.toMatch(/NaN|Infinity|undefined|null/);
      expect([title, await countMoving(page)]).toEqual([title, 0]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
