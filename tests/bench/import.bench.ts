/** An enterprise ledger of 10,000 rows and 64 columns: read beside SheetJS alone, then imported in a real browser. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readWithSheetJs } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import type { Bench, BenchResult } from './bench-result';
import { spread } from './bench-result';
import { largeLedger } from './large-ledger';
import { openWindow, serveLedger } from './page/ledger-browser';
import { installProbe, type Wanted } from './page/paint-probe';

const ROWS = 10_000;
const nodeRuns = 5;
const browserRuns = 3;
const fileName = '清溪镇非公企业台账.xlsx';

type Step = 'open' | 'problems' | 'plan' | 'commit';
type Measured = Readonly<Record<Step, { readonly ms: number; readonly longestTask: number }>>;

/** What each step is begun with and what shows that it is there. */
const steps: Readonly<Record<Step, { readonly button: string | null; readonly wanted: Wanted }>> = {
  open: {
    button: null,
    wanted: { after: 'change', selector: 'table', text: '统一社会信用代码', limitMs: 120_000 },
  },
  problems: {
    button: '下一步：核对问题',
    wanted: { after: 'click', selector: '[role=grid] [role=gridcell]', text: '', limitMs: 60_000 },
  },
  plan: {
    button: '下一步：差异确认',
    wanted: { after: 'click', selector: 'nav[aria-label=差异] button', text: '', limitMs: 120_000 },
  },
  commit: {
    button: '确认写入',
    wanted: { after: 'click', selector: 'h1, h2', text: '已写入台账', limitMs: 300_000 },
  },
};

/** @param begin what the clerk does; its last event starts the clock */
async function timeStep(page: Page, step: Step, begin: () => Promise<void>) {
  const shown = page.evaluate((wanted) => window.paintProbe.timeUntilShown(wanted), steps[step].wanted);
  await begin();
  const ms = await shown;
  const tasks = await page.evaluate(() => window.paintProbe.takeLongTasks());
  return { ms, longestTask: Math.max(0, ...tasks) };
}

/** One import from an empty device to the last step. */
async function importOnce(url: string, file: string): Promise<Measured> {
  const { page, close } = await openWindow();
  try {
    await installProbe(page);
    await page.goto(url);
    await page.getByRole('button', { name: '导入台账' }).click();
    const input = page.locator('input[type=file]');
    await input.waitFor({ state: 'attached' });
    await page.evaluate(() => window.paintProbe.whenQuiet());
    await page.evaluate(() => window.paintProbe.watchLongTasks());
    const click = (step: Step) => () =>
      page.getByRole('button', { name: steps[step].button ?? '' }).click({ timeout: 60_000 });
    const open = await timeStep(page, 'open', () => input.setInputFiles(file));
    const problems = await timeStep(page, 'problems', click('problems'));
    const plan = await timeStep(page, 'plan', click('plan'));
    const commit = await timeStep(page, 'commit', click('commit'));
    return { open, problems, plan, commit };
  } finally {
    await close();
  }
}

async function importInBrowser(bytes: Uint8Array): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const file = join(folder, fileName);
  await writeFile(file, bytes);
  const ledger = await serveLedger();
  try {
    const all: Measured[] = [];
    for (let i = 0; i < browserRuns; i++) all.push(await importOnce(ledger.url, file));
    return all;
  } finally {
    await ledger.stop();
    await rm(folder, { recursive: true });
  }
}

async function readHeadless(bytes: Uint8Array): Promise<{ ours: number[]; sheetJs: number[] }> {
  const [ours, sheetJs]: [number[], number[]] = [[], []];
  // Interleaved, so that a busy machine slows both alike.
  for (let i = 0; i < nodeRuns; i++) {
    const start = performance.now();
    readWithSheetJs(bytes, { dense: true });
    sheetJs.push(performance.now() - start);
    const middle = performance.now();
    const found = readWorkbook(await readCells(bytes, fileName), firstLook('2026-06-30'));
    ours.push(performance.now() - middle);
    const units = found.sheets.reduce((sum, sheet) => sum + sheet.units.length, 0);
    if (units !== ROWS) throw new Error(`${units} of ${ROWS} units were read`);
  }
  return { ours, sheetJs };
}

const result = (
  name: string,
  what: string,
  values: readonly number[],
  limit: BenchResult['limit'] = null,
  target: number | null = null,
): BenchResult => ({
  name: `import.${name}.${ROWS}`,
  what,
  unit: 'ms',
  value: spread(values).median,
  p95: spread(values).p95,
  limit,
  target,
});

async function run(): Promise<readonly BenchResult[]> {
  const bytes = await largeLedger(ROWS);
  const { ours, sheetJs } = await readHeadless(bytes);
  const limit = { what: 'SheetJS read alone, dense', value: spread(sheetJs).median };
  const imports = await importInBrowser(bytes);
  const timeOf = (...wanted: readonly Step[]) =>
    imports.map((one) => wanted.reduce((sum, step) => sum + one[step].ms, 0));
  const longestIn = (step: Step) => imports.map((one) => one[step].longestTask);
  const busy = (step: Step, what: string) =>
    result(`longest-task.${step}`, `longest task of the page ${what}`, longestIn(step), null, 200);
  return [
    result('read', 'from bytes to records and problems, under Node', ours, limit, 3 * limit.value),
    result('open', 'file chosen until its columns are painted', timeOf('open'), limit),
    result('shown', 'file chosen until its problems are painted', timeOf('open', 'problems'), limit),
    result('plan', 'comparison with the register asked for until it is painted', timeOf('plan')),
    result('commit', 'final yes until everything is saved and painted', timeOf('commit')),
    busy('open', 'while the file is read'),
    busy('problems', 'while its problems are shown'),
    busy('plan', 'while the comparison is made and shown'),
    busy('commit', 'while everything is saved'),
  ];
}

export const bench: Bench = { name: `Import of ${ROWS} rows`, run };
