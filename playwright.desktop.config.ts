import { defineConfig } from '@playwright/test';
import { sayHost } from './tests/support/electron-host/say-host';

sayHost();

/** The desktop edition: the built main process and preload script, in a window of their own. */
export default defineConfig({
  testDir: 'tests/desktop',
  outputDir: 'test-results/desktop',
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
});
