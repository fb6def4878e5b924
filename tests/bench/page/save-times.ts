/** Saving a cell of the desktop edition, moment by moment, beside what the machine does for one flush and one message. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type BenchResult, spread } from '../bench-result';
import type { HostTimes, SaveMoments } from './paint-probe';

/** So many that the 95th percentile is not the third slowest of all, nor the first one a large part of what lies above it. */
const saves = 120;
/** From one key of a quick typist to the next, and from a key's way down to its way up. */
const keyPauseMs = 100;

interface SaveRound extends SaveMoments, HostTimes {
  /** The new value, by then saved, is painted. */
  readonly painted: number;
  /** One line of the size an edit has, appended and flushed beside the journal itself. */
  readonly flush: number;
}

/** Saves one after another; each round also measures its own limits, so that a busy machine slows all alike. */
export async function measureSaves(page: Page, profile: string, size: number): Promise<BenchResult[]> {
  const column = await page.getByRole('columnheader', { name: /从业人员/ }).getAttribute('aria-colindex');
  const folder = await mkdtemp(join(profile, 'flush-'));
  const file = await open(join(folder, 'line.log'), 'a');
  const rounds: SaveRound[] = [];
  try {
    for (let i = 0; i < saves; i++) {
      const startedAt = performance.now();
      await file.appendFile(Buffer.alloc(600, 'x'));
      await file.datasync();
      const flush = performance.now() - startedAt;
      const cell = `[data-row="${i % 10}"] [aria-colindex="${column}"]`;
      const host = await page.evaluate(() => window.paintProbe.timesOfHost());
      rounds.push({ flush, ...host, ...(await saveOnce(page, cell, String(301 + i))) });
      // So that each save is seen alone.
      await page.evaluate(() => window.paintProbe.whenQuiet());
    }
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
  return resultsOf(rounds, size);
}

async function saveOnce(page: Page, selector: string, text: string) {
  await page.locator(selector).click();
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
  // As from a hand: the frames of what was typed are painted by then, and the key goes up again after the save.
  await pause(keyPauseMs);
  await page.keyboard.down('Enter');
  await pause(keyPauseMs);
  await page.keyboard.up('Enter');
  const painted = await shown.evaluate((times) => times.painted);
  return { painted, ...(await shown.evaluate((times) => times.saved)) };
}

function resultsOf(rounds: readonly SaveRound[], size: number): BenchResult[] {
  const of = (measure: (round: SaveRound) => number) => spread(rounds.map(measure));
  const flush = of((round) => round.flush).median;
  const message = of((round) => round.message).median;
  const saved = of((round) => round.saved);
  const what = 'Enter in a cell until the edit is in the journal and the database, both flushed';
  const limit = { what: 'one fsync of one line', value: flush };
  const stage = (name: string, words: string, measure: (round: SaveRound) => number) => {
    const { median, p95 } = of(measure);
    const result = { unit: 'ms', value: median, p95, limit: null, target: null } as const;
    return { name: `desktop.${name}.${size}`, what: words, ...result };
  };
  return [
    { ...stage('save.p50', what, (round) => round.saved), p95: null, limit },
    {
      ...stage('save.p95', what, (round) => round.saved),
      value: saved.p95,
      p95: null,
      limit,
      target: 3 * flush + 10,
    },
    {
      ...stage('save.first', 'the first of them, a moment after the start', (round) => round.saved),
      value: rounds[0]?.saved ?? Number.NaN,
      p95: null,
    },
    stage('save-page', 'of it: until the line for the journal is being sealed', (round) => round.lineBegun),
    {
      ...stage(
        'save-journal',
        'of it: until the journal has it',
        (round) => round.journaled - round.lineBegun,
      ),
      limit: { what: 'an empty message to the main process, and one fsync', value: message + flush },
    },
    {
      ...stage('save-database', 'of it: until the database has it', (round) => round.saved - round.journaled),
      limit: { what: 'one document into a database of its own, flushed', value: of(({ put }) => put).median },
    },
    stage(
      'save-least',
      'the parts without the program: an empty message, one fsync, one put',
      (round) => round.message + round.flush + round.put,
    ),
    {
      ...stage(
        'save-painted',
        'Enter in a cell until its new value, by then saved, is painted',
        (one) => one.painted,
      ),
      limit: { what: 'the save alone', value: saved.median },
    },
  ];
}
