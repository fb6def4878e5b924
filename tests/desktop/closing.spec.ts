import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

let profile: string;
const desktops: Desktop[] = [];

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
});
test.afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.kill();
  await rm(profile, { recursive: true, force: true });
});

type Bridge = import('@shared/ipc/desktop-bridge').DesktopBridge;

declare global {
  interface Window {
    isHeld?: boolean;
    isWriting?: boolean;
    isClosingAsked?: boolean;
  }
}

/**
 * Opens the page anew so that its next write of the settings, once `isHeld`, goes on until it is let go. The page notes
 * when the window was asked to close.
 */
async function holdWrites(page: Page): Promise<void> {
  // Before the database is opened: its library takes the function then.
  await page.addInitScript(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function begin(this: IDBDatabase, stores, mode, options) {
      const begun = transaction.call(this, stores, mode, options);
      if (!window.isHeld || mode !== 'readwrite' || !this.name.endsWith('--settings')) return begun;
      window.isWriting = true;
      const spin = () => {
        if (window.isHeld) begun.objectStore(begun.objectStoreNames[0] ?? '').count().onsuccess = spin;
      };
      spin();
      return begun;
    };
  });
  await page.reload();
  await page.evaluate(() =>
    // The page's own answer is the one that counts: this one never comes.
    (window as unknown as { desktop: Bridge }).desktop.onClosing(() => {
      window.isClosingAsked = true;
      return new Promise(() => {});
    }),
  );
}

async function start(): Promise<Desktop> {
  const desktop = await startDesktop(profile);
  if (!desktop) throw new Error('the profile was taken');
  desktops.push(desktop);
  return desktop;
}

test('closing the window ends the program, and the register is there at the next start', async () => {
  const first = await start();
  await startBlankLedger(first.page);
  expect(await first.close()).toBe(0);
  const second = await start();
  await expect(second.page.getByText('青溪镇党建办').first()).toBeVisible();
});

test('what was saved before the plug was pulled is there at the next start', async () => {
  const first = await start();
  await startBlankLedger(first.page);
  await first.kill();
  const second = await start();
  await expect(second.page.getByText('青溪镇党建办').first()).toBeVisible();
});

test('closing in the middle of a save waits until it is written, and the place of the window is kept', async () => {
  const first = await start();
  const { page } = first;
  await startBlankLedger(page);
  await holdWrites(page);
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('textbox', { name: '填报单位' }).fill('第2号办公室');
  await page.evaluate(() => {
    window.isHeld = true;
  });
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForFunction(() => window.isWriting);
  const closed = first.close();
  await page.waitForFunction(() => window.isClosingAsked);
  // Still there: whoever answers lives.
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
  await page.evaluate(() => {
    window.isHeld = false;
  });
  expect(await closed).toBe(0);
  expect(JSON.parse(await readFile(join(profile, 'window.json'), 'utf8'))).toMatchObject({
    bounds: { width: expect.any(Number), height: expect.any(Number) },
    isMaximized: false,
  });
  const second = await start();
  await expect(second.page.locator('header').first()).toContainText('第2号办公室');
});

test('a page that stopped is said with what can be done, and nothing saved is missing at the next start', async () => {
  const first = await start();
  await startBlankLedger(first.page);
  // 退出
  await first.answerDialog({ kind: 'message', response: 1 });
  const session = await first.page.context().newCDPSession(first.page);
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => {});
  await expect
    .poll(async () => (await first.seen('dialog')).at(-1))
    .toMatchObject({
      kind: 'message',
      options: { buttons: ['重新打开', '退出'] },
    });
  expect(await first.close()).toBe(0);
  const second = await start();
  await expect(second.page.locator('header').first()).toContainText('青溪镇党建办');
});
