/** 台账·两新组织 with 20,000 units in a real browser: opening, searching, scrolling and editing it. */
import type { Page } from '@playwright/test';
import { pinyinText, plainText } from '@renderer/features/ledger/search/pinyin-text';
import { unitTable } from '@renderer/features/ledger/tables/unit-table';
import type { Unit } from '@shared/domain/unit';
import { pinyin } from 'pinyin-pro';
import type { Bench, BenchResult } from './bench-result';
import { spread } from './bench-result';
import { type LedgerWindow, openWindow, serveLedger } from './page/ledger-browser';
import { installProbe } from './page/paint-probe';
import { openPlainPage, type PlainRow, showBlankList, showPlainCell, showPlainList } from './page/plain-page';
import { countyOf, restoreInto } from './page/seed-register';

const SIZE = 20_000;
const reloads = 5;
const typingRounds = 3;
const wheelNotches = 150;
const edits = 20;
const rowHeight = 32;
/** Longer than a person takes between two keys, so that each stroke is seen alone. */
const strokeGapMs = 300;
const droppedFrameMs = 33.4;

const grid = '[role=grid]';
const firstRow = '[role=row][data-row]';
const searchBox = '查找单位';

/** Typed letter by letter and taken back again: initials, characters, whole syllables, part of a code. */
const sequences: readonly { readonly keys: readonly string[]; readonly isTyped: boolean }[] = [
  { keys: [...'qlxyy'], isTyped: true },
  { keys: [...'永宇物业'], isTyped: false },
  { keys: [...'dianzi'], isTyped: true },
  { keys: [...'91349'], isTyped: true },
];

/** Opens the table anew and says when its first row, or with no units the empty table, was painted. */
async function firstPaint({ page }: LedgerWindow, url: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${url}#/ledger/units`);
  const painted = await page.waitForFunction((wanted) => window.paintProbe.firstPaintOf(wanted), selector);
  return (await painted.jsonValue()) ?? Number.NaN;
}

async function strokesIn(page: Page, box: ReturnType<Page['locator']>, area: string): Promise<number[]> {
  const all: number[] = [];
  for (let round = 0; round < typingRounds; round++)
    for (const { keys, isTyped } of sequences) {
      await box.focus();
      await page.evaluate((element) => window.paintProbe.watchStrokes(element), area);
      for (const key of keys) {
        await (isTyped ? page.keyboard.press(key) : page.keyboard.insertText(key));
        await page.waitForTimeout(strokeGapMs);
      }
      for (const _ of keys) {
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(strokeGapMs);
      }
      all.push(...(await page.evaluate(() => window.paintProbe.takeStrokes())));
    }
  return all;
}

async function scroll(page: Page, scroller: string, height: number | null) {
  const box = await page.locator(scroller).boundingBox();
  if (box === null) throw new Error(`${scroller} is not on the screen`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(([at, px]) => window.paintProbe.watchScrolling(at, px), [scroller, height] as const);
  for (let i = 0; i < wheelNotches; i++) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(16);
  }
  const { frames, blankFrames } = await page.evaluate(() => window.paintProbe.takeScrolling());
  const dropped = frames.filter((ms) => ms > droppedFrameMs).length;
  return { dropped: (100 * dropped) / frames.length, blank: (100 * blankFrames) / frames.length, frames };
}

/** @param begin makes a cell ready for typing @returns time from Enter to the painted number */
async function editCells(
  page: Page,
  begin: (i: number) => Promise<{ readonly selector: string }>,
): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < edits; i++) {
    const { selector } = await begin(i);
    const text = String(301 + i);
    const wanted = { after: 'Enter', selector, text, limitMs: 10_000 } as const;
    const shown = page.evaluate((what) => window.paintProbe.timeUntilShown(what), wanted);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    all.push(await shown);
    await page.waitForTimeout(strokeGapMs);
  }
  return all;
}

function plainRows(units: readonly Unit[]): PlainRow[] {
  return units.map((unit) => {
    const texts = unitTable.searched(unit);
    const read = (text: string) => pinyin(text, { toneType: 'none', type: 'array' });
    return { name: unit.name, text: `${plainText(texts)}\n${pinyinText(texts, read)}` };
  });
}

const result = (
  name: string,
  what: string,
  unit: BenchResult['unit'],
  values: readonly number[],
  about: { readonly limit: readonly number[]; readonly how: string; readonly target?: number } | null,
): BenchResult => ({
  name: `grid.${name}.${SIZE}`,
  what,
  unit,
  value: spread(values).median,
  p95: spread(values).p95,
  limit: about && { what: about.how, value: spread(about.limit).median },
  target: about?.target ?? null,
});

async function measureOpening(full: LedgerWindow, empty: LedgerWindow, url: string): Promise<BenchResult> {
  const values: number[] = [];
  const limit: number[] = [];
  for (let i = 0; i < reloads; i++) {
    limit.push(await firstPaint(empty, url, grid));
    values.push(await firstPaint(full, url, firstRow));
  }
  const how = 'the same page with no units';
  return result('open', 'open the ledger at 两新组织 until its first row is painted', 'ms', values, {
    limit,
    how,
  });
}

async function measureSearch(page: Page, plain: Page): Promise<BenchResult> {
  const limit = await strokesIn(plain, plain.locator('#wanted'), '#list');
  await page.evaluate(() => window.paintProbe.whenQuiet());
  const values = await strokesIn(page, page.getByLabel(searchBox), grid);
  return result('search', 'a key in the search box until the list is painted', 'ms', values, {
    limit,
    how: 'includes() over one string per row, 20 plain rows',
    target: 50,
  });
}

async function measureScrolling(page: Page, plain: Page): Promise<BenchResult[]> {
  await showBlankList(plain, SIZE * rowHeight);
  const limit = await scroll(plain, '#list', null);
  const values = await scroll(page, grid, rowHeight);
  const how = 'a blank element as tall';
  return [
    result('scroll.dropped', 'frames longer than 33 ms while turning the wheel', '%', [values.dropped], {
      limit: [limit.dropped],
      how,
    }),
    result('scroll.frame', 'time from frame to frame while turning the wheel', 'ms', values.frames, {
      limit: limit.frames,
      how,
    }),
    result('scroll.blank', 'frames with no row in the middle of the list', '%', [values.blank], null),
  ];
}

async function measureEdit(page: Page, plain: Page, unit: Unit): Promise<BenchResult> {
  await showPlainCell(plain, unit);
  const limit = await editCells(plain, async () => {
    await plain.locator('#cell').focus();
    return { selector: '#shown' };
  });
  await page.locator(grid).evaluate((element) => element.scrollTo(0, 0));
  const heading = page.getByRole('columnheader', { name: /从业人员/ });
  const column = await heading.getAttribute('aria-colindex');
  const values = await editCells(page, async (i) => {
    const selector = `[data-row="${i % 10}"] [aria-colindex="${column}"]`;
    await page.locator(selector).click();
    return { selector };
  });
  return result('edit', 'Enter in a cell until its new value, saved, is painted', 'ms', values, {
    limit,
    how: 'one IndexedDB put on disk, one text',
  });
}

async function run(): Promise<readonly BenchResult[]> {
  const ledger = await serveLedger();
  const [full, empty] = [await openWindow(), await openWindow()];
  try {
    const county = countyOf(SIZE);
    for (const { page } of [full, empty]) await installProbe(page, [grid, firstRow]);
    await restoreInto(full.page, ledger.url, county);
    await restoreInto(empty.page, ledger.url, countyOf(0));
    const opening = await measureOpening(full, empty, ledger.url);
    const { page } = full;
    const plain = empty.page;
    await openPlainPage(plain, ledger.url);
    await showPlainList(plain, plainRows(county.units));
    const search = await measureSearch(page, plain);
    const scrolling = await measureScrolling(page, plain);
    const [unit] = county.units;
    const editing = unit ? [await measureEdit(page, plain, unit)] : [];
    return [opening, search, ...scrolling, ...editing];
  } finally {
    await Promise.all([full.close(), empty.close()]);
    await ledger.stop();
  }
}

export const bench: Bench = { name: `The ledger with ${SIZE} units`, run };
