/**
 * The least a page can do for the same work: a list of plain elements without a framework, under the ledger's own
 * address so that it may use the same database.
 */
import type { Page } from '@playwright/test';

const html = `<!doctype html><meta charset="utf-8">
<style>
  body { margin: 0; font: 13px sans-serif; }
  #list { height: 430px; overflow: auto; }
  #list [data-row] { height: 32px; }
</style>
<input id="wanted"><input id="cell"><div id="shown"></div>
<div id="list" tabindex="0"><div id="rows"></div></div>`;

export interface PlainRow {
  readonly name: string;
  /** Everything the row is found by, lower case. */
  readonly text: string;
}

export async function openPlainPage(page: Page, url: string): Promise<void> {
  const address = `${url}plain.html`;
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(address);
}

/** Rows are found by includes() in one string each; the first ones are written into elements that are there. */
export async function showPlainList(page: Page, rows: readonly PlainRow[]): Promise<void> {
  await page.evaluate((all) => {
    const list = document.querySelector('#rows');
    const elements = Array.from({ length: 20 }, (_, i) => {
      const element = document.createElement('div');
      element.dataset['row'] = String(i);
      list?.append(element);
      return element;
    });
    const input = document.querySelector<HTMLInputElement>('#wanted');
    const show = () => {
      const wanted = input?.value.toLowerCase() ?? '';
      const found = all.filter(({ text }) => text.includes(wanted));
      for (const [i, element] of elements.entries()) element.textContent = found[i]?.name ?? '';
    };
    input?.addEventListener('input', show);
    show();
  }, rows);
}

/** As tall as a list of so many rows, with nothing in it. */
export async function showBlankList(page: Page, height: number): Promise<void> {
  await page.evaluate((pixels) => {
    const rows = document.querySelector<HTMLElement>('#rows');
    if (rows === null) return;
    rows.replaceChildren();
    rows.style.height = `${pixels}px`;
  }, height);
}

/** Enter in the cell saves its text in a database of its own, safely on the disk, and then shows it. */
export async function showPlainCell(page: Page, record: object): Promise<void> {
  await page.evaluate(async (saved) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('plain', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('rows');
      request.onsuccess = () => resolve(request.result);
    });
    const cell = document.querySelector<HTMLInputElement>('#cell');
    const shown = document.querySelector('#shown');
    cell?.addEventListener('keydown', ({ key }) => {
      if (key !== 'Enter') return;
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
      transaction.objectStore('rows').put({ ...saved, staff: cell.value }, 'row');
      transaction.oncomplete = () => {
        if (shown) shown.textContent = cell.value;
        cell.value = '';
      };
    });
  }, record);
}
