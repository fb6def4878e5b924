/**
 * Boards and walls over the demo county of a fixed day, beside pictures a person has looked at. `npm run test:looks -- -u` takes
 * them anew: look at each before it is kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { boards } from '@renderer/features/boards/page/board-names';
import { BoardsPage } from '../support/pages/boards-page';
import { watchComplaints } from '../support/watch-complaints';
import { type DrawnWith, findDrawnWith, whyNotComparable } from './drawn-with';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const today = '2026-06-30T02:00:00.000Z';
const recordFile = join(import.meta.dirname, 'pictures/drawn-with.json');

let page: Page;
let shown: BoardsPage;
let complaints: readonly string[];
let reason: string | null = null;

test.beforeAll(async ({ browser }, { config }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.clock.setFixedTime(today);
  complaints = await watchComplaints(page);
  shown = new BoardsPage(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: '载入演示数据' })).toBeVisible();
  const here = await findDrawnWith(browser, page);
  const isTaking = config.updateSnapshots === 'all' || config.updateSnapshots === 'changed';
  if (isTaking) writeFileSync(recordFile, `${JSON.stringify(here, null, 2)}\n`);
  // Written by the line above.
  reason = whyNotComparable(JSON.parse(readFileSync(recordFile, 'utf8')) as DrawnWith, here);
  if (reason !== null) return console.log(reason);
  await shown.loadDemo();
  // Where it pressed the button, a figure would be underlined as if somebody pointed at it.
  await page.mouse.move(0, 0);
});
test.beforeEach(({ browserName: _ }, info) => info.skip(reason !== null, reason ?? ''));
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

for (const [board, title] of Object.entries(boards)) {
  test(`看板 ${title}`, async () => {
    await page.setViewportSize({ width: 1366, height: 1700 });
    await shown.show(`/boards/${board}`, title);
    await expect(page.locator('#main')).toHaveScreenshot(`board-${board}.png`);
  });
}

for (const [board, title] of Object.entries(boards)) {
  test(`大屏 ${title}`, async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    // A wall keeps to what it was opened with.
    await shown.open('/boards/overview');
    await page.goto(`/#/wall?scenes=${board}&seconds=3600`);
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`${title}$`) })).toBeVisible();
    await shown.untilDrawn();
    // The keys go when nobody has been there for a while.
    await expect(page.getByText('空格 暂停或继续')).toHaveCount(0);
    await expect(page).toHaveScreenshot(`wall-${board}.png`);
  });
}
