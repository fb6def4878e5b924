/** The first sync of a whole county in a browser, and the least a browser can do for the same documents. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { collectionNames } from '@shared/domain/collections';
import type { PulledItem } from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';
import { type LedgerWindow, openWindow } from '../page/ledger-browser';
import { organizerName, password } from './fill-county';

async function openPage(): Promise<LedgerWindow> {
  const opened = await openWindow();
  // The runner keeps the names of functions by calling __name; a page that runs such functions must know it too.
  await opened.page.addInitScript('globalThis.__name = (named) => named;');
  return opened;
}

const patience = { timeout: 300_000 };

/**
 * Connects a computer that never was and waits until it holds what the county holds.
 * @param code an unused enrolment code
 */
export async function connectComputer(page: Page, url: string, code: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: '连接县级' }).click(patience);
  await page.getByRole('textbox', { name: '登记码' }).fill(code);
  await page.getByRole('button', { name: '登记这台设备' }).click();
  await page.getByRole('textbox', { name: '用户名' }).fill(organizerName);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('button', { name: '查看同步情况' }).click(patience);
  await page.getByText(/^本机与县级一致：/).waitFor(patience);
}

/**
 * Connects a computer that never was and waits until county and computer have found that they hold the same.
 * @param code an unused enrolment code
 * @returns ms from the first question for changes until all documents were saved: only then does a device compare
 */
export async function firstSync(url: string, code: string): Promise<number> {
  const { page, close } = await openPage();
  try {
    await connectComputer(page, url, code);
    return await timeBetween(page, `${apiPrefix}/changes`, `${apiPrefix}/agreement`);
  } finally {
    await close();
  }
}

/** From the start of the first request of one kind to the start of the first of another, as the browser noted them. */
function timeBetween(page: Page, from: string, to: string): Promise<number> {
  return page.evaluate(
    ([first, second]) => {
      const startOf = (path: string) =>
        Math.min(
          ...performance
            .getEntriesByType('resource')
            .filter(({ name }) => new URL(name).pathname === path)
            .map(({ startTime }) => startTime),
        );
      return startOf(second) - startOf(first);
    },
    [from, to] as const,
  );
}

const html = '<!doctype html><meta charset="utf-8"><script src="/dexie.js"></script>';

export interface PlainDocuments {
  /** Reads one line per document and puts a thousand at a time. @returns ms until all are saved */
  load(): Promise<number>;
  stop(): Promise<void>;
}

/** Serves the documents as lines of JSON, and a page that knows nothing but Dexie. */
export async function servePlainDocuments(items: readonly PulledItem[]): Promise<PlainDocuments> {
  const lines = items
    .map(({ collection, document }) => `${JSON.stringify([collection, document])}\n`)
    .join('');
  const dexie = readFileSync(join(import.meta.dirname, '../../../node_modules/dexie/dist/dexie.min.js'));
  const answers: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
    '/': ['text/html', html],
    '/dexie.js': ['text/javascript', dexie],
    '/documents': ['application/x-ndjson', lines],
  };
  const server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/plain', ''];
    response.setHeader('content-type', `${type}; charset=utf-8`).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    load: () => loadPlainDocuments(`http://127.0.0.1:${port}/`),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function loadPlainDocuments(url: string): Promise<number> {
  const { page, close } = await openPage();
  try {
    await page.goto(url);
    return await page.evaluate(putAll, [...collectionNames]);
  } finally {
    await close();
  }
}

interface PlainTable {
  bulkPut(documents: readonly unknown[]): Promise<unknown>;
}
interface PlainDatabase {
  version(version: number): { stores(schema: Readonly<Record<string, string>>): void };
  table(name: string): PlainTable;
}
type DexieClass = new (name: string, options: object) => PlainDatabase;

/** Runs in the page: uses nothing outside itself. As safe as the register's own writes: on the disk before it goes on. */
async function putAll(tables: readonly string[]): Promise<number> {
  // The page's script put it there.
  const { Dexie } = window as unknown as { readonly Dexie: DexieClass };
  const database = new Dexie('plain', { chromeTransactionDurability: 'strict' });
  database.version(1).stores(Object.fromEntries(tables.map((name) => [name, 'id, orgUnitId'])));
  const startedAt = performance.now();
  const reader = (await fetch('/documents')).body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let waiting: [string, unknown][] = [];
  const put = async () => {
    for (const name of new Set(waiting.map(([table]) => table)))
      await database
        .table(name)
        .bulkPut(waiting.flatMap(([table, document]) => (table === name ? [document] : [])));
    waiting = [];
  };
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) break;
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      waiting.push(JSON.parse(line) as [string, unknown]);
      if (waiting.length === 1000) await put();
    }
  }
  await put();
  return performance.now() - startedAt;
}
