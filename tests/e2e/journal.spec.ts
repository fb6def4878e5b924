import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { findAxeViolations } from '../support/find-axe-violations';
import { setFirstPassword, unlockWith } from '../support/pages/local-password';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

/** One clerk in one browser: each test goes on where the one before stopped. */
let context: BrowserContext;
let page: Page;
const password = '青溪镇口令2026';

test.beforeAll(async ({ browser }) => {
  context = await browser.newContext({ reducedMotion: 'reduce' });
  page = await context.newPage();
});
test.afterAll(() => context.close());

const header = (of: Page) => of.getByRole('banner');

async function rename(of: Page, name: string): Promise<void> {
  await of.getByRole('link', { name: '设置' }).click();
  await of.getByRole('tab', { name: '填报单位' }).click();
  await of.getByRole('textbox', { name: '填报单位' }).fill(name);
  await of.getByRole('button', { name: '保存' }).click();
  await expect(header(of)).toContainText(name);
}

/** Kills the process of the page: nothing in it runs any more, not even what runs when a page closes. */
async function crash(of: Page): Promise<void> {
  const session = await context.newCDPSession(of);
  const gone = of.waitForEvent('crash');
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => {});
  await gone;
  await of.close();
}

/** What Chromium does to the databases of an address when the disk is full at a bad moment. */
async function loseDatabases(): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases())
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onblocked = () => reject(new Error(`${name} is open`));
        request.onerror = () => reject(new Error(name));
      });
  });
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
}

async function journalLine(): Promise<string> {
  await page.goto('/#/self-check');
  await expect(page.getByText(/检查，没有发现问题(，有 \d+ 项请注意)?。$/)).toBeVisible();
  const line = page
    .getByRole('list', { name: '检查结果' })
    .getByRole('listitem')
    .filter({ has: page.getByText('修改日志', { exact: true }) });
  return line.innerText();
}

test('the process of the page killed as soon as 已保存 is there: the edit is', async () => {
  await page.goto('/');
  await startBlankLedger(page, '第1号办公室');
  await rename(page, '第2号办公室');
  await crash(page);
  page = await context.newPage();
  await page.goto('/');
  await expect(header(page)).toContainText('第2号办公室');
});

test('as long as nobody has a password, the self-check says that the key lies beside the database', async () => {
  expect(await journalLine()).toContain('还没有设本机口令');
  expect(await findAxeViolations(page)).toEqual([]);
  await setFirstPassword(page, '李晓', password);
  expect(await journalLine()).toMatch(/日志里的 \d+ 处修改都在台账里，没有丢失。$/);
});

test('two windows write one journal, and with all databases lost everything comes back after the password', async () => {
  const other = await context.newPage();
  await other.goto('/');
  await unlockWith(other, password);
  await rename(other, '第3号办公室');
  await expect(header(page)).toContainText('第3号办公室');
  await rename(page, '第4号办公室');
  await rename(other, '第5号办公室');
  await other.close();
  await loseDatabases();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '两新台账已锁定' })).toBeVisible();
  await expect(page.getByText('李晓')).toBeVisible();
  await unlockWith(page, password);
  await expect(page.getByText('已找回上次没有写完的内容')).toBeVisible();
  await expect(header(page)).toContainText('第5号办公室');
});

/** Damage to the office on the disk, past the program; its name is not sealed. */
async function damageOffice(): Promise<void> {
  await page.goto('/icon.svg');
  const count = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the request failed'));
      });
    let found = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      const stores = name.includes('settings') ? [...database.objectStoreNames] : [];
      for (const store of stores) {
        const objects = database.transaction(store, 'readwrite').objectStore(store);
        for (const one of await done(objects.getAll()))
          if (one.kind === 'office') {
            found += 1;
            await done(objects.put({ ...one, name: '不该有的名字' }));
          }
      }
      database.close();
    }
    return found;
  });
  expect(count).toBe(1);
}

test('a record damaged on the disk is found after the next start without a click, and in the report', async () => {
  await page.goto('/#/self-check');
  // What is compared has to be taken down first.
  await expect(page.getByText(/自动检查了 \d+ 条.*没有发现问题/)).toBeVisible({ timeout: 60_000 });
  await damageOffice();
  await page.goto('/');
  await unlockWith(page, password);
  const notice = page.getByText('自检发现有记录不对');
  await expect(notice).toBeVisible({ timeout: 60_000 });
  await page.goto('/#/self-check');
  await expect(
    page.getByText(/和程序上次记下的不一样，又不是在程序里改的：内容变了：设置 1 条/),
  ).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '按现在的样子记下…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '记下', exact: true }).click();
  await expect(page.getByText(/检查，没有发现问题(，有 \d+ 项请注意)?。$/)).toBeVisible();
  await expect(page.getByRole('button', { name: '按现在的样子记下…' })).toBeHidden();
  await rename(page, '第5号办公室');
});

test('清空台账 empties the journal, too: with all databases lost nothing comes back', async () => {
  await page.goto('/#/settings?section=data');
  await page.getByRole('button', { name: '清空台账…' }).click();
  await page.getByRole('dialog').getByLabel('填报单位名称').fill('第5号办公室');
  await page.getByRole('button', { name: '全部删除' }).click();
  await expect(page.getByRole('button', { name: '新建台账' })).toBeVisible();
  await loseDatabases();
  await page.goto('/');
  await unlockWith(page, password);
  await expect(page.getByRole('button', { name: '新建台账' })).toBeVisible();
});
