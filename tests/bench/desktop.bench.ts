/** The desktop edition at 2,000 and 20,000 units: cold start, saving with journal and strict durability, memory, unlocking. */
import type { Desktop } from '../support/electron-host/desktop';
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
import { measureSaves } from './page/save-times';
import { checkTimes, measureStartChecks } from './page/start-check-times';
import { measureUnlock } from './page/unlock-times';

const sizes = [2000, 20_000] as const;
const starts = 3;
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

/** Opens the list in a process in which nothing was done before. */
async function inFreshProcess<T>(
  { profile }: Installation,
  work: (desktop: Desktop) => Promise<T>,
): Promise<T> {
  const desktop = await openInstallation(profile);
  const { page } = desktop;
  try {
    const address = addressOf(desktop);
    await page.goto('about:blank');
    await page.goto(`${address}#/ledger/units`);
    await page.locator(firstRow).first().waitFor({ timeout: 120_000 });
    return await work(desktop);
  } finally {
    await desktop.kill();
  }
}

async function measureWork(size: number, full: Installation): Promise<BenchResult[]> {
  const checks = await inFreshProcess(full, ({ page }) => measureStartChecks(page, size));
  // As a morning goes: the program is opened, checks its documents, and is worked with.
  const work = await inFreshProcess(full, async (desktop) => {
    const { page } = desktop;
    await checkTimes(page);
    const saves = await measureSaves(page, full.profile, size);
    const memory = await privateMemoryOf(await desktop.pagePid());
    return [
      ...saves,
      ...(memory === null ? [] : [memoryResult(size, memory)]),
      ...(size === sizes[0] ? [await measureUnlock(page, `${addressOf(desktop)}#/ledger/units`, size)] : []),
    ];
  });
  return [...checks, ...work];
}

const memoryResult = (size: number, value: number): BenchResult => ({
  name: `desktop.memory.${size}`,
  what: 'private memory of the process of the page: the list of all units open, checked, 120 cells saved',
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
