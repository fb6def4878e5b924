/** The desktop edition at 2,000 and 20,000 units: cold start, saving with journal and strict durability, memory, unlocking. */
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
import { measureStartChecks } from './page/start-check-times';
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

async function measureWork(size: number, full: Installation): Promise<BenchResult[]> {
  const desktop = await openInstallation(full.profile);
  const { page } = desktop;
  try {
    await page.goto(`${addressOf(desktop)}#/ledger/units`);
    await page.reload();
    await page.locator(firstRow).first().waitFor({ timeout: 120_000 });
    const checks = await measureStartChecks(page, size);
    await page.evaluate(() => window.paintProbe.whenQuiet());
    const memory = await privateMemoryOf(await desktop.pagePid());
    return [
      ...checks,
      ...(await measureSaves(page, full.profile, size)),
      ...(memory === null ? [] : [memoryResult(size, memory)]),
      ...(size === sizes[0] ? [await measureUnlock(page, `${addressOf(desktop)}#/ledger/units`, size)] : []),
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
