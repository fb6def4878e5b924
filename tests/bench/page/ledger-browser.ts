/** The built browser edition, served by `npm start` itself, in a real Chromium with a profile of its own on disk. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, findChromium, missingChromium } from '../../support/find-chromium.mjs';
import { findFreePort } from '../../support/free-port';

export interface ServedLedger {
  /** Ends with a slash. */
  readonly url: string;
  stop(): Promise<void>;
}

const root = join(import.meta.dirname, '../../..');

/** Builds what is stale, as `npm start` does, and serves it. */
export async function serveLedger(): Promise<ServedLedger> {
  const port = await findFreePort();
  const server = spawn(
    process.execPath,
    ['scripts/start.mjs', '--browser', '--no-open', '--port', String(port)],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}/`;
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(url)) resolve();
    });
    ended.then(() => reject(new Error('the ledger did not start')), reject);
  });
  return {
    url,
    stop: () => {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

export interface LedgerWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** A window on an office PC's screen. The profile is on disk: a private window would keep its database in memory. */
export async function openWindow(): Promise<LedgerWindow> {
  const executablePath = await findChromium();
  if (executablePath === null) throw new Error(missingChromium);
  const profile = await mkdtemp(join(tmpdir(), 'ledger-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: chromiumFlags(),
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
