/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number } | null} report
 *   what Vitest's JSON reporter wrote; null when it wrote nothing
 * @param {number} exitCode of the run
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed, failed: atLeastOneIf(exitCode, numFailedTests), skipped: numPendingTests + numTodoTests };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } } | null} report
 *   what Playwright's JSON reporter wrote; null when it wrote nothing
 * @param {number} exitCode of the run
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: atLeastOneIf(exitCode, unexpected), skipped };
}

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * A file that does not load or a server that does not start fails the run without failing a test.
 * @param {number} exitCode
 * @param {number} failed
 */
function atLeastOneIf(exitCode, failed) {
  return exitCode === 0 ? failed : Math.max(1, failed);
}
