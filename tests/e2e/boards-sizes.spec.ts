/** 看板 of a county with no township, one, and five hundred: nothing is cut, nothing is divided by nothing, nothing moves. */
import { writeFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { writeBackup } from '@renderer/data/backup';
import { boards } from '@renderer/features/boards/page/board-names';
import { manyTownships } from '../support/many-townships';
import { BoardsPage } from '../support/pages/boards-page';
import { startBlankLedger } from '../support/pages/start-blank-ledger';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ timeout: 300_000 });

const today = '2026-06-30T02:00:00.000Z';

/** Puts the county in by way of a backup, as somebody would on a new computer. */
async function restore(page: Page, townshipCount: number, file: string): Promise<void> {
  await writeFile(file, writeBackup(manyTownships(townshipCount), today));
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
  await restore(page, 0, info.outputPath('backup.json'));
  const shown = new BoardsPage(page);
  for (const board of Object.keys(boards)) {
    await shown.open(`/boards/${board}`);
    await expect(page.locator('#main')).toContainText('录入单位后，这里显示覆盖、六有、目标和队伍的情况');
    await expect(page.locator('#main')).not.toContainText(/NaN|Infinity|undefined|null|\d%/);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

for (const townshipCount of [1, 500])
  test(`the boards of ${townshipCount} townships`, async ({ browser }, info) => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.clock.setFixedTime(today);
    const complaints = await watchComplaints(page);
    await restore(page, townshipCount, info.outputPath('backup.json'));
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
