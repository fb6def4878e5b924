import { expect, it } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from '../../../scripts/verify/count-results.mjs';

const vitest = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 };
const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } };

it('adds up both runners', () => {
  expect(sumCounts([countVitest(vitest, 1), countPlaywright(playwright, 1)])).toEqual({
    passed: 11,
    failed: 3,
    skipped: 1,
  });
});

it('counts a run that wrote no report, or broke outside a test, as one failure', () => {
  expect(countVitest(null, 0).failed).toBe(1);
  expect(countPlaywright(null, 0).failed).toBe(1);
  expect(countVitest({ ...vitest, numFailedTests: 0 }, 1)).toEqual({ passed: 7, failed: 1, skipped: 1 });
  expect(countPlaywright({ stats: { ...playwright.stats, unexpected: 0, flaky: 0 } }, 1).failed).toBe(1);
});
