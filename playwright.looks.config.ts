import { defineConfig } from '@playwright/test';
import base from './playwright.config';

/** How boards and walls look, against the pictures kept in tests/looks/pictures. */
export default defineConfig({
  ...base,
  testDir: 'tests/looks',
  timeout: 300_000,
  outputDir: 'test-results/looks',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  expect: {
    timeout: 60_000,
    toHaveScreenshot: {
      animations: 'disabled',
      caret: 'hide',
      // Another build of the same browser may draw an edge a little darker; a label has some hundred points of ink.
      threshold: 0.2,
      maxDiffPixels: 80,
    },
  },
});
