/** What the check of all documents costs that follows each start: how long it works, and how long the page stands still. */
import type { Page } from '@playwright/test';
import { startCheckMeasure } from '@renderer/data/fingerprints/start-check';
import type { BenchResult } from '../bench-result';
import { firstRow } from './desktop-window';

interface CheckTimes {
  readonly ms: number;
  readonly longestTask: number;
}

/** @param page has just opened a register that was never checked before */
export async function measureStartChecks(page: Page, size: number): Promise<BenchResult[]> {
  const first = await checkTimes(page);
  await page.reload();
  await page.locator(firstRow).first().waitFor({ timeout: 120_000 });
  const later = await checkTimes(page);
  const result = (name: string, what: string, value: number, target: number | null = null): BenchResult => ({
    name: `desktop.${name}.${size}`,
    what,
    unit: 'ms',
    value,
    p95: null,
    limit: null,
    target,
  });
  return [
    result(
      'start-check',
      'check of all documents after the start, in slices, the list long in use',
      later.ms,
    ),
    result('start-check-task', 'of it: the longest the page stands still', later.longestTask, 50),
    result('start-check.first', 'the first one, which also takes every document down', first.ms),
    result('start-check-task.first', 'of it: the longest the page stands still', first.longestTask, 50),
  ];
}

/** Of the check that follows this opening of the register; waits until it is done. */
export async function checkTimes(page: Page): Promise<CheckTimes> {
  await page.evaluate(() => window.paintProbe.whenQuiet());
  await page.evaluate(() => window.paintProbe.watchLongTasks());
  const handle = await page.waitForFunction(
    (name) => performance.getEntriesByName(name)[0]?.duration,
    startCheckMeasure,
    { timeout: 300_000 },
  );
  const ms = (await handle.jsonValue()) ?? Number.NaN;
  const tasks = await page.evaluate(() => window.paintProbe.takeLongTasks());
  return { ms, longestTask: Math.max(0, ...tasks) };
}
