/** From the Enter after a password until the list can be worked with, beside the derivation of its key alone. */
import type { Page } from '@playwright/test';
import { dataKeyLength } from '@renderer/keys/data-keys';
import { usualCost, wrapByPassword } from '@renderer/keys/wrap-key';
import { setFirstPassword } from '../../support/pages/local-password';
import { type BenchResult, spread } from '../bench-result';
import { firstRow } from './desktop-window';

const rounds = 3;
const password = '青溪镇口令2026';

/** Gives the computer its first password: nothing else can be measured there afterwards. @param list its address */
export async function measureUnlock(page: Page, list: string, size: number): Promise<BenchResult> {
  await setFirstPassword(page, '李晓', password);
  const unlocks: number[] = [];
  const derivations: number[] = [];
  for (let i = 0; i < rounds; i++) {
    // Each in the same minute as the other, so that a busy machine slows both alike.
    derivations.push(await deriveOnce());
    unlocks.push(await unlockOnce(page, list));
  }
  const { median, p95 } = spread(unlocks);
  return {
    name: `desktop.unlock.${size}`,
    what: 'Enter after the password until the first row of the list is painted',
    unit: 'ms',
    value: median,
    p95,
    limit: { what: 'deriving the key from the password alone', value: spread(derivations).median },
    target: null,
  };
}

async function deriveOnce(): Promise<number> {
  const key = crypto.getRandomValues(new Uint8Array(dataKeyLength));
  const start = performance.now();
  await wrapByPassword(key, password, 'x', usualCost);
  return performance.now() - start;
}

async function unlockOnce(page: Page, list: string): Promise<number> {
  await page.goto(list);
  // A new document has no key.
  await page.reload();
  const field = page.getByLabel('口令', { exact: true });
  await field.fill(password);
  await page.evaluate(() => window.paintProbe.whenQuiet());
  await field.focus();
  const shown = await page.evaluateHandle(
    (selector) => ({
      ms: window.paintProbe.timeUntilShown({ after: 'Enter', selector, text: '', limitMs: 120_000 }),
    }),
    firstRow,
  );
  await page.keyboard.press('Enter');
  return shown.evaluate(({ ms }) => ms);
}
