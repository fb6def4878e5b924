/** Which tests failed, or needed a second try, said again at the very end: a run prints more than most logs keep. */

const longestMessage = 1_500;

/**
 * @typedef {{ fullName: string, status: string, failureMessages: string[] | null }} VitestTest
 * @typedef {{ name: string, message: string, assertionResults: VitestTest[] }} VitestFile
 * @param {{ testResults: VitestFile[] } | null} report what Vitest's JSON reporter wrote
 * @returns {string[]} each the file, the test and the beginning of what went wrong
 */
export function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    // A file that does not load fails without a test.
    if (failed.length === 0) return file.message === '' ? [] : [line(file.name, '', file.message)];
    return failed.map((test) => line(file.name, test.fullName, (test.failureMessages ?? []).join('\n')));
  });
}

/**
 * @param {{ testResults: VitestFile[] } | null} report
 * @returns {string[]} as above, of tests that failed and passed at the second try
 */
export function unsteadyInVitest(report) {
  return (report?.testResults ?? []).flatMap((file) =>
    file.assertionResults
      .filter(({ status, failureMessages }) => status === 'passed' && (failureMessages ?? []).length > 0)
      .map((test) => line(file.name, test.fullName, (test.failureMessages ?? []).join('\n'))),
  );
}

/**
 * @typedef {{ status: string, error?: { message?: string } }} PlaywrightResult
 * @typedef {{ title: string, ok: boolean, tests: { status: string, results: PlaywrightResult[] }[] }} PlaywrightSpec
 * @typedef {{ file: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @param {{ suites?: PlaywrightSuite[] } | null} report what Playwright's JSON reporter wrote
 * @returns {string[]} as above
 */
export const failedInPlaywright = (report) => inSuites(report?.suites, 'unexpected');

/**
 * @param {{ suites?: PlaywrightSuite[] } | null} report
 * @returns {string[]} as above, of tests that failed and passed at the second try
 */
export const unsteadyInPlaywright = (report) => inSuites(report?.suites, 'flaky');

/**
 * @param {PlaywrightSuite[]} suites
 * @param {string} wanted
 * @returns {string[]}
 */
function inSuites(suites = [], wanted) {
  return suites.flatMap((suite) => inSuite(suite, wanted));
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string} wanted
 */
function inSuite({ file, specs = [], suites }, wanted) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === wanted)
      .map(({ results }) => line(file, title, results.find(({ error }) => error)?.error?.message ?? '')),
  );
  return [...own, ...inSuites(suites, wanted)];
}

/**
 * @param {string} file
 * @param {string} test
 * @param {string} message
 */
function line(file, test, message) {
  return `✗ ${file}${test === '' ? '' : ` › ${test}`}\n${message.slice(0, longestMessage)}`;
}
