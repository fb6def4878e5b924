import { expect, it } from 'vitest';
import {
  failedInPlaywright,
  failedInVitest,
  unsteadyInPlaywright,
  unsteadyInVitest,
} from '../../../scripts/verify/failed-tests.mjs';

it('names each failed test of Vitest with what went wrong, and a file that did not load', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        message: '',
        assertionResults: [
          { fullName: 'holds', status: 'passed', failureMessages: [] },
          { fullName: 'breaks', status: 'failed', failureMessages: ['expected 1 to be 2'] },
          { fullName: 'wavers', status: 'passed', failureMessages: ['too late'] },
        ],
      },
      { name: 'b.test.ts', message: 'no such module', assertionResults: [] },
    ],
  };
  expect(failedInVitest(report)).toEqual([
    '✗ a.test.ts › breaks\nexpected 1 to be 2',
    '✗ b.test.ts\nno such module',
  ]);
  expect(unsteadyInVitest(report)).toEqual(['✗ a.test.ts › wavers\ntoo late']);
});

it('names each failed and each unsteady test of Playwright, in groups too, and nothing of a run without a report', () => {
  const error = { message: 'timed out' };
  const spec = (title: string, status: string) => ({
    title,
    ok: status === 'expected',
    tests: [{ status, results: [{ status: 'failed', error }] }],
  });
  const report = {
    suites: [
      {
        file: 'a.spec.ts',
        specs: [spec('holds', 'expected'), spec('breaks', 'unexpected')],
        suites: [{ file: 'a.spec.ts', specs: [spec('wavers', 'flaky')] }],
      },
    ],
  };
  expect(failedInPlaywright(report)).toEqual(['✗ a.spec.ts › breaks\ntimed out']);
  expect(unsteadyInPlaywright(report)).toEqual(['✗ a.spec.ts › wavers\ntimed out']);
  expect([...failedInPlaywright(null), ...failedInVitest(null)]).toEqual([]);
});
