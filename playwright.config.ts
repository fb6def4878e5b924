import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium, missingChromium } from './tests/support/find-chromium.mjs';
import { findFreePort } from './tests/support/free-port';

const executablePath = await findChromium();
if (executablePath === null) throw new Error(missingChromium);

// Every worker process reads this file again and must arrive at the same address.
process.env['E2E_PORT'] ??= String(await findFreePort());
const port = process.env['E2E_PORT'];

/** The built ledger, served exactly as `npm start` serves it, on an office PC's screen. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  // Speed is measured by benches. Here a slow machine only has to get there in the end.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: chromiumFlags() },
  },
  webServer: {
    command: `node scripts/start.mjs --browser --no-open --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
