import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Desktop } from '../support/electron-host/desktop';
import { startDesktop } from '../support/electron-host/start-desktop';
import { startBlankLedger } from '../support/pages/start-blank-ledger';

/** Size a file of the log may reach (electron/main/system/log.ts). */
const maxSize = 2 ** 20;

let profile: string;
let logs: string;
let desktop: Desktop | null = null;

test.beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'desktop-'));
  logs = join(profile, 'logs');
  await mkdir(logs);
});
test.afterEach(async () => {
  await desktop?.kill();
  desktop = null;
  await rm(profile, { recursive: true, force: true });
});

/** The program with a page that stops; the person chooses 退出. */
async function startAndStop(work: (started: Desktop) => Promise<void> = async () => {}): Promise<void> {
  const started = await startDesktop(profile);
  if (!started) throw new Error('the profile was taken');
  desktop = started;
  await work(started);
  await started.answerDialog({ kind: 'message', response: 1 });
  const session = await started.page.context().newCDPSession(started.page);
  // Nobody is left to answer.
  session.send('Page.crash').catch(() => {});
  await expect.poll(async () => (await started.seen('dialog')).length, { timeout: 30_000 }).toBe(1);
  await started.kill();
  desktop = null;
}

const logged = (name: string): Promise<string> => readFile(join(logs, name), 'utf8');

test('the log goes on in a new file at its size, keeps one older file, and says nothing of anybody', async () => {
  const full = `the first log\n${'x'.repeat(maxSize)}\n`;
  await writeFile(join(logs, 'main.log'), full);
  await startAndStop(({ page }) => startBlankLedger(page, '青溪镇党建办'));
  expect((await readdir(logs)).sort()).toEqual(['main.log', 'main.old.log']);
  expect(await logged('main.old.log')).toContain('the first log');
  const present = await logged('main.log');
  expect(present).toContain('the page stopped crashed');
  expect(present.length).toBeLessThan(maxSize);
  expect(present).not.toContain('青溪');
  await appendFile(join(logs, 'main.log'), `the second log\n${'x'.repeat(maxSize)}\n`);
  await startAndStop();
  expect((await readdir(logs)).sort()).toEqual(['main.log', 'main.old.log']);
  const old = await logged('main.old.log');
  expect(old).toContain('the second log');
  expect(old).not.toContain('the first log');
});
