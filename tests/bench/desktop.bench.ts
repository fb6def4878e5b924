/** The desktop edition at 2,000 and 20,000 units: cold start, saving with journal and strict durability, memory. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Bench, type BenchResult, spread } from './bench-result';
import {
  addressOf,
  firstRow,
  grid,
  type Installation,
  install,
  openInstallation,
  privateMemoryOf,
} from './page/desktop-window';

const sizes = [2000, 20_000] as const;
const starts = 3;
const saves = 40;
const flushes = 200;
const memoryTargetMb = 300;

/** A fresh Chromium each time: nothing of the page, its code or its data is in memory. */
async function coldStart({ profile }: Installation, selector: string): Promise<number> {
  const desktop = await openInstallation(profile);
  const address = addressOf(desktop);
  await desktop.page.goto('about:blank');
  await desktop.page.goto(`${address}#/ledger/units`);
  const painted = await desktop.page.waitForFunction(
    (wanted) => window.paintProbe.firstPaintOf(wanted),
    selector,
  );
  const ms = (await painted.jsonValue()) ?? Number.NaN;
  await desktop.kill();
  return ms;
}

async function measureStarts(size: number, full: Installation, empty: Installation): Promise<BenchResult> {
  const values: number[] = [];
  const limits: number[] = [];
  for (let i = 0; i < starts; i++) {
    limits.push(await coldStart(empty, grid));
    values.push(await coldStart(full, firstRow));
  }
  return {
    name: `desktop.start.${size}`,
    what: 'a fresh process opens the ledger until the first row of the list is painted',
    unit: 'ms',
    value: spread(values).median,
    p95: spread(values).p95,
    limit: { what: 'the same page of an empty register', value: spread(limits).median },
    target: null,
  };
}

/** One line of the size an edit has, appended and flushed, beside the journal itself. */
async function flushTimes({ profile }: Installation): Promise<number[]> {
  const folder = await mkdtemp(join(profile, 'flush-'));
  const file = await open(join(folder, 'line.log'), 'a');
  const line = Buffer.alloc(600, 'x');
  const times: number[] = [];
  for (let i = 0; i < flushes; i++) {
    const startedAt = performance.now();
    await file.appendFile(line);
    await file.datasync();
    times.push(performance.now() - startedAt);
  }
  await file.close();
  await rm(folder, { recursive: true });
  return times;
}

interface Saves {
  /** From Enter in a cell until the edit is in the journal and the database, both flushed, ms. */
  readonly saved: readonly number[];
  /** … until its new value is painted. */
  readonly painted: readonly number[];
}

async function saveTimes(page: Page): Promise<Saves> {
  const column = await page.getByRole('columnheader', { name: /从业人员/ }).getAttribute('aria-colindex');
  const [saved, painted]: [number[], number[]] = [[], []];
  for (let i = 0; i < saves; i++) {
    const selector = `[data-row="${i % 10}"] [aria-colindex="${column}"]`;
    await page.locator(selector).click();
    const text = String(301 + i);
    const wanted = { after: 'Enter', selector, text, limitMs: 20_000 } as const;
    // Listening before the first key goes down, however busy the machine is.
    const shown = await page.evaluateHandle(
      (what) => ({
        painted: window.paintProbe.timeUntilShown(what),
        saved: window.paintProbe.timeUntilSaved(what.limitMs),
      }),
      wanted,
    );
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    painted.push(await shown.evaluate((times) => times.painted));
    saved.push(await shown.evaluate((times) => times.saved));
    // So that each save is seen alone.
    await page.evaluate(() => window.paintProbe.whenQuiet());
  }
  return { saved, painted };
}

async function measureWork(size: number, full: Installation): Promise<BenchResult[]> {
  const desktop = await openInstallation(full.profile);
  const { page } = desktop;
  try {
    await page.goto(`${addressOf(desktop)}#/ledger/units`);
    await page.reload();
    await page.locator(firstRow).first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => window.paintProbe.whenQuiet());
    const memory = await privateMemoryOf(await desktop.pagePid());
    const flushed = spread([...(await flushTimes(full))]);
    const times = await saveTimes(page);
    const [saved, painted] = [spread(times.saved), spread(times.painted)];
    const limit = { what: 'one fsync of one line', value: flushed.median };
    const save = { unit: 'ms', p95: null, limit } as const;
    const what = 'Enter in a cell until the edit is in the journal and the database, both flushed';
    return [
      { ...save, name: `desktop.save.p50.${size}`, what, value: saved.median, target: null },
      { ...save, name: `desktop.save.p95.${size}`, what, value: saved.p95, target: 3 * flushed.median + 10 },
      {
        name: `desktop.save-painted.${size}`,
        what: 'Enter in a cell until its new value, by then saved, is painted',
        unit: 'ms',
        value: painted.median,
        p95: painted.p95,
        limit: { what: 'the save alone', value: saved.median },
        target: null,
      },
      ...(memory === null ? [] : [memoryResult(size, memory)]),
    ];
  } finally {
    await desktop.kill();
  }
}

const memoryResult = (size: number, value: number): BenchResult => ({
  name: `desktop.memory.${size}`,
  what: 'private memory of the process of the page, the list of all units open',
  unit: 'MB',
  value,
  p95: null,
  limit: null,
  target: size === sizes[0] ? memoryTargetMb : null,
});

async function measureSize(size: number, empty: Installation): Promise<BenchResult[]> {
  const full = await install(size);
  try {
    return [await measureStarts(size, full, empty), ...(await measureWork(size, full))];
  } finally {
    await full.remove();
  }
}

async function run(): Promise<readonly BenchResult[]> {
  const empty = await install(0);
  try {
    const results: BenchResult[] = [];
    for (const size of sizes) results.push(...(await measureSize(size, empty)));
    return results;
  } finally {
    await empty.remove();
  }
}

export const bench: Bench = { name: 'desktop', run };
