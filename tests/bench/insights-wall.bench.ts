/** An edit on its way to the wall, and the first sight of the boards, in a browser that holds a whole county. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { PulledItem } from '@shared/sync/messages';
import { WireDevice } from '../support/county/wire-device';
import { type Bench, type BenchResult, spread } from './bench-result';
import { type BenchCounty, fill, type Places, serve } from './county/bench-county';
import { onBothDatabases } from './county/both-databases';
import { enrolmentCodes, organizerToken } from './county/fill-county';
import { connectComputer } from './county/first-sync';
import { type LedgerWindow, openWindow } from './page/ledger-browser';
import { installProbe } from './page/paint-probe';
import { plainFigure, startPlainWall } from './wall/plain-wall';

const edits = 20;
const openings = 5;
/** 组织覆盖率, as n/d: no closed unit leaves its denominator as it was. */
const figure = '[aria-label^="组织覆盖率 "][aria-label$="查看基数名单"]';
const wallFigure = `[data-on="true"] ${figure}`;
/** What the program shows to somebody whose computer holds no register. */
const welcome = 'h1';
const patience = { timeout: 300_000 };
/** Longer than the county gathers edits before it counts again: each is measured as the first after a quiet time. */
const restMs = 2500;

/** @param act does what changes the words @returns ms until they were painted, from before it was done */
async function timeToPaint(page: Page, selector: string, act: () => Promise<unknown>): Promise<number> {
  // Listening before anything is sent, however busy the machine is.
  const watching = await page.evaluateHandle(
    (wanted) => ({ at: window.paintProbe.instantOfChange(wanted, 120_000) }),
    selector,
  );
  const sentAt = Date.now();
  await act();
  return (await watching.evaluate(({ at }) => at)) - sentAt;
}

/** A unit closes down: the figures of the whole county have another denominator. */
async function closeDown(device: WireDevice, { collection, id, document }: PulledItem): Promise<void> {
  const about = { at: new Date().toISOString(), by: '经办人', device: '办公电脑', batchId: null, note: null };
  const changes = { status: { from: document?.['status'], to: 'deregistered' } };
  const edit = { editId: randomUUID(), op: 'change' as const, changes, ...about };
  await device.push([{ collection, documentId: id, edit, content: null }]);
}

async function operatingEnterprises(device: WireDevice): Promise<PulledItem[]> {
  const items = await device.pull();
  return items.filter(
    ({ document }) =>
      document?.['unitType'] === 'enterprise' &&
      document['status'] === 'operating' &&
      document['uscc'] !== null,
  );
}

async function openWithProbe(awaited: readonly string[]): Promise<LedgerWindow> {
  const opened = await openWindow();
  await installProbe(opened.page, awaited);
  return opened;
}

/** A fresh document each time; code of the program is in the browser's cache, as it is on every day but the first. */
async function firstPaint(page: Page, address: string, selector: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  const painted = await page.waitForFunction(
    (wanted) => window.paintProbe.firstPaintOf(wanted),
    selector,
    patience,
  );
  return (await painted.jsonValue()) ?? Number.NaN;
}

interface Taken {
  readonly value: readonly number[];
  readonly limit: readonly number[];
}

async function measureOpening({ url }: BenchCounty, page: Page): Promise<Taken> {
  const stranger = await openWithProbe([welcome]);
  const [value, limit]: [number[], number[]] = [[], []];
  try {
    // Once more than counted: the first time fills the caches.
    for (let i = 0; i <= openings; i++) {
      const nothing = await firstPaint(stranger.page, url, welcome);
      const overview = await firstPaint(page, `${url}/#/boards/overview`, figure);
      if (i === 0) continue;
      limit.push(nothing);
      value.push(overview);
    }
  } finally {
    await stranger.close();
  }
  return { value, limit };
}

async function measureEdits({ url }: BenchCounty, page: Page): Promise<Taken> {
  const plain = await startPlainWall();
  const beside = await openWithProbe([]);
  const [value, limit]: [number[], number[]] = [[], []];
  try {
    await plain.show(beside.page);
    await page.goto('about:blank');
    await page.goto(`${url}/#/wall?scenes=overview&seconds=3600`);
    await page.locator(wallFigure).waitFor(patience);
    const device = new WireDevice(url, organizerToken);
    for (const unit of (await operatingEnterprises(device)).slice(0, edits)) {
      await setTimeout(restMs);
      value.push(await timeToPaint(page, wallFigure, () => closeDown(device, unit)));
      limit.push(await timeToPaint(beside.page, plainFigure, () => plain.send(unit.id)));
    }
  } finally {
    await beside.close();
    await plain.stop();
  }
  return { value, limit };
}

async function measureWall(places: Places): Promise<BenchResult[]> {
  const place = await places.fresh();
  await fill(place);
  const county = await serve(place);
  const { page, close } = await openWithProbe([figure]);
  try {
    await connectComputer(page, county.url, enrolmentCodes[0] ?? '');
    await county.quietMb();
    const opening = await measureOpening(county, page);
    return resultsOf(places.kind, { opening, wall: await measureEdits(county, page) });
  } finally {
    await close();
    await county.stop();
  }
}

function resultsOf(
  kind: string,
  { wall, opening }: Readonly<Record<'wall' | 'opening', Taken>>,
): BenchResult[] {
  const [refreshed, repainted] = [spread(wall.value), spread(wall.limit)];
  const [opened, empty] = [spread(opening.value), spread(opening.limit)];
  return [
    {
      name: `insights.wall.${kind}`,
      what: 'from sending an edit to the county until the wall has painted other figures',
      unit: 'ms',
      value: refreshed.median,
      p95: refreshed.p95,
      limit: {
        what: 'an edit through a bare server and an open line to an empty page',
        value: repainted.median,
      },
      target: 1000,
    },
    {
      name: `insights.overview-first-paint.${kind}`,
      what: 'from opening the address of 总览 until its first figure is painted, answered by the county',
      unit: 'ms',
      value: opened.median,
      p95: null,
      limit: { what: 'the first page of the same program without a register', value: empty.median },
      target: null,
    },
  ];
}

export const bench: Bench = {
  name: 'An edit on its way to the wall, and the first sight of 总览',
  run: () => onBothDatabases(measureWall),
};
