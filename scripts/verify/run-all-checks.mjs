import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../bootstrap/build.mjs';
import { runPackageScript } from '../bootstrap/run-command.mjs';
import { findDocProblems } from '../docs/find-doc-problems.mjs';
import { countPlaywright, countVitest, sumCounts } from './count-results.mjs';
import {
  failedInPlaywright,
  failedInVitest,
  unsteadyInPlaywright,
  unsteadyInVitest,
} from './failed-tests.mjs';

/**
 * Runs every check, also after one has failed, so that one run tells everything. A test that fails gets a second try, but
 * for seeds of the simulator that tell one story. What failed and what needed that try is said again at the end; the last line
 * is the sum of all tests. A failed check that is not a test counts as one failure.
 * @param {string} root
 * @returns {Promise<number>} exit code
 */
export async function runAllChecks(root) {
  const steps = [
    step('格式与规则 / Biome', () =>
      runPackageScript(root, '@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
    ),
    step('异步与边界 / oxlint', () => runPackageScript(root, 'oxlint/bin/oxlint', [])),
    step('无用代码 / knip', () => runPackageScript(root, 'knip/bin/knip.js', ['--no-progress'])),
    step('类型 / types', () => runPackageScript(root, 'typescript/bin/tsc', ['-b'])),
    step('文档 / docs', () => checkDocs(root)),
    { title: '单元与契约测试 / unit and contract tests', run: () => runVitest(root) },
    { title: '浏览器测试 / browser tests', run: () => runPlaywright(root, 'playwright.config.ts') },
    {
      title: '看板图样 / pictures of the boards',
      run: () => runPlaywright(root, 'playwright.looks.config.ts'),
    },
    { title: '桌面版测试 / desktop tests', run: () => runPlaywright(root, 'playwright.desktop.config.ts') },
  ];
  const counts = [];
  const failed = [];
  const unsteady = [];
  for (const [index, { title, run }] of steps.entries()) {
    console.log(`\n[${index + 1}/${steps.length}] ${title}`);
    const startedAt = performance.now();
    const { count, failures, wavering } = await run();
    counts.push(count);
    unsteady.push(...wavering);
    if (count.failed > 0) failed.push([title, ...failures].join('\n'));
    console.log(`${count.failed > 0 ? '✗' : '✓'} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  const total = sumCounts(counts);
  if (unsteady.length > 0)
    console.log(`\n第二次才通过 / passed at the second try only:\n${unsteady.join('\n\n')}`);
  if (failed.length > 0) console.log(`\n未通过 / failed:\n${failed.join('\n\n')}`);
  if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * A check that only passes or fails.
 * @param {string} title
 * @param {() => Promise<number> | number} check answers an exit code
 */
function step(title, check) {
  const run = async () => ({
    count: { passed: 0, failed: (await check()) === 0 ? 0 : 1, skipped: 0 },
    failures: [],
    wavering: [],
  });
  return { title, run };
}

/** @param {string} root */
function checkDocs(root) {
  const problems = findDocProblems(root);
  for (const { file, line, text } of problems) console.error(`${file}:${line}: ${text}`);
  return problems.length;
}

/** @param {string} root */
async function runVitest(root) {
  const file = freshReport(root, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runPackageScript(root, 'vitest/vitest.mjs', ['run', ...reporters], { SECOND_TRY: '1' });
  const report = readReport(file);
  return {
    count: countVitest(report, code),
    failures: failedInVitest(report),
    wavering: unsteadyInVitest(report),
  };
}

/**
 * @param {string} root
 * @param {string} config
 */
async function runPlaywright(root, config) {
  await build(root, { onlyIfStale: true });
  const file = freshReport(root, `${config}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, CI: '1' };
  const args = ['test', '--config', config, '--retries=1', '--reporter=list,json'];
  const code = await runPackageScript(root, '@playwright/test/cli.js', args, env);
  const report = readReport(file);
  return {
    count: countPlaywright(report, code),
    failures: failedInPlaywright(report),
    wavering: unsteadyInPlaywright(report),
  };
}

/**
 * A report left over from an earlier run must not be counted when this one dies before writing.
 * @param {string} root
 * @param {string} name
 */
function freshReport(root, name) {
  const file = join(root, '.cache/reports', name);
  mkdirSync(join(root, '.cache/reports'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
