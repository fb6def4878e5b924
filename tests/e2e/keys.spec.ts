import { expect, type Page, test } from '@playwright/test';
import { OverviewPage } from '../support/pages/overview-page';
import { watchComplaints } from '../support/watch-complaints';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** One clerk at one computer: each test goes on where the one before stopped. */
let page: Page;
let complaints: readonly string[];

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
  complaints = await watchComplaints(page);
});
test.afterEach(() => expect(complaints).toEqual([]));
test.afterAll(() => page.context().close());

/** Everything in every database of the page, as text. Keys that cannot be read show as `{}`. */
const everythingStored = (): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not read'));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        found.push(await done(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(found);
  });

test('nobody is asked for anything, and no phone or resident id lies readable on the disk', async () => {
  await page.goto('/');
  await new OverviewPage(page).loadDemo();
  const stored = await everythingStored();
  expect(stored).toContain('"sealed":"');
  // Names are as they were: the whole register was searched.
  expect(stored).toContain('"name":"');
  expect(stored.match(/"(1[3-9]\d{9}|\d{17}[\dX])"/g) ?? []).toEqual([]);
  await page.reload();
  await page.getByRole('link', { name: '党员' }).click();
  await page.getByLabel('显示证件号和电话').click();
  await expect(page.getByText(/^1[3-9]\d{9}$/).first()).toBeVisible();
});
