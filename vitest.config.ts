import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { aliases } from './vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * `unit` needs nothing but the code; `contract` runs one suite against several implementations; `server` needs databases,
 * a PostgreSQL among them, which its set-up finds and starts; `simulation` runs whole counties with everything that goes
 * wrong (tests/simulation).
 */
export default defineConfig({
  root,
  resolve: { alias: aliases },
  test: {
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    // The whole run gives a second try and says which tests needed it (scripts/verify).
    retry: process.env['SECOND_TRY'] === '1' ? 1 : 0,
    // By default one core stays idle, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'contract', include: ['tests/contract/register/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/contract/**/*.test.{ts,tsx}'],
          exclude: ['tests/contract/register/**'],
          globalSetup: 'tests/support/databases/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          globalSetup: 'tests/support/databases/global-setup.ts',
          // Lanes say for themselves (tests/simulation/test-seeds.ts).
          retry: 0,
          // Most of what a county makes is thrown away at once.
          execArgv: ['--max-semi-space-size=64'],
          // Ten counties of three hundred steps, and, when one fails, the search for a shorter list of steps.
          testTimeout: 20 * 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
