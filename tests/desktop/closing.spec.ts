import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
