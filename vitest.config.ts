import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { aliases } from './vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `unit` needs nothing but the code; `contract` runs one suite against several implementations. */
export default defineConfig({
  root,
  resolve: { alias: aliases },
  test: {
    environment: 'node',
    restoreMocks: true,
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.{ts,tsx}'] } },
    ],
  },
});
