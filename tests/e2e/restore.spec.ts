import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { writeBackup } from '@renderer/data/backup';
import { collectionNames, type Register } from '@shared/domain/collections';
import { buildDocument } from '../support/build-documents';
import { findAxeViolations } from '../support/find-axe-violations';
import { startBlankLedger } from '../support/pages/start-blank-ledger';
import { stallRestore, untilStalled } from '../support/stall-restore';

declare global {
  interface Window {
    removeFromStore?: IDBObjectStore['delete'];
  }
}

test.describe.configure({ timeout: 240_000 });

const officeOf = (name: string) =>
  buildDocument('settings', { id: 'office', kind: 'office', name, homeOrgUnitId: 'town', isDemo: false });

/** Large enough that a window can be closed while it is being written. */
function backupFile(): Buffer {
  const empty = Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Register;
  const units = Array.from({ length: 4000 }, (_, at) =>
    buildDocument('units', {
      id: `unit-${String(at).padStart(4, '0')}`,
      unitType: 'enterprise',
      name: `东溪第${at + 1}号有限公司`,
      townshipId: 'town',
      status: 'operating',
    }),
  );
  const register: Register = { ...empty, settings: [officeOf('备份里的党建办')], units };
  return Buffer.from(writeBackup(register, '2026-11-20T02:00:00.000Z'));
}

/** Begins to restore and closes the window when part of it is written. @returns the window opened next */
async function closedInTheMiddle(context: BrowserContext, page: Page, file: Buffer): Promise<Page> {
  await stallRestore(page, { collection: 'units', write: 5 });
  await page.goto('/#/settings?section=backup');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '备份.json', mimeType: 'application/json', buffer: file });
  await page.getByRole('button', { name: '换成备份的内容' }).click();
  await untilStalled(page);
  await page.close();
  const next = await context.newPage();
  await next.goto('/');
  await expect(next.getByRole('heading', { name: '上次恢复备份没有完成' })).toBeVisible();
  return next;
}

test('a restore cut off by closing the window is asked about first of all, and either register comes back whole', async ({
  context,
}) => {
  const file = backupFile();
  const first = await context.newPage();
  await first.goto('/');
  await startBlankLedger(first);
  const second = await closedInTheMiddle(context, first, file);
  expect(await findAxeViolations(second)).toEqual([]);
  // Opening it anew does not get around the question.
  await second.reload();
  await second.getByRole('button', { name: '回到恢复之前' }).click();
  await expect(second.locator('header').first()).toContainText('青溪镇党建办');
  const third = await closedInTheMiddle(context, second, file);
  await third.getByRole('button', { name: '继续恢复' }).click();
  await expect(third.locator('header').first()).toContainText('备份里的党建办');
  await third.goto('/#/settings?section=backup');
  await third.getByRole('button', { name: '现在备份' }).click();
  await expect(third.getByText(/^上次备份：.*，4001 条。$/)).toBeVisible();
});

/** Puts something else in the place of what a restore laid down. */
const damageStage = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('two-new-ledger-restore', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('stage');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('stage', 'readwrite');
          writing.objectStore('stage').put({ facts: null, isSealed: true, before: 1 }, 'restore');
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );

/** A disk that lets nothing of what was laid down be removed. */
const refuseRemoval = (page: Page, isRefused = true) =>
  page.evaluate((refused) => {
    const { prototype } = IDBObjectStore;
    window.removeFromStore ??= prototype.delete;
    const remove = window.removeFromStore;
    prototype.delete = function refuse(this: IDBObjectStore, key) {
      if (refused && this.name === 'stage') throw new DOMException('disk error', 'UnknownError');
      return remove.call(this, key);
    };
  }, isRefused);

test('where nothing of what was laid down can be read, both ways are tried, and then the register opens', async ({
  page,
}) => {
  await page.goto('/');
  await startBlankLedger(page);
  await damageStage(page);
  await page.reload();
  await expect(page.getByText('当时记下的时间和条数读不出来')).toBeVisible();
  expect(await findAxeViolations(page)).toEqual([]);
  const open = page.getByRole('button', { name: '打开台账' });
  await page.getByRole('button', { name: '回到恢复之前' }).click();
  await expect(page.getByRole('alert')).toContainText('读不出来');
  await expect(open).toHaveCount(0);
  await page.getByRole('button', { name: '继续恢复' }).click();
  await expect(open).toBeVisible();
  await refuseRemoval(page);
  await open.click();
  await expect(page.getByRole('alert').filter({ hasText: '删不掉' })).toContainText('再点一次刚才选的那一项');
  expect(await findAxeViolations(page)).toEqual([]);
  await refuseRemoval(page, false);
  await open.click();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
  await page.reload();
  await expect(page.locator('header').first()).toContainText('青溪镇党建办');
});
