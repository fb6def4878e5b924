/** Asks the tests of a copy of the project whether they notice anything. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './mutant-copy';

export interface Verdict {
  /** The first test or seed that failed; null: everything was green. */
  readonly red: string | null;
  readonly seconds: number;
}

const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** @throws when the tests could not be run at all: that says nothing about a safeguard */
export async function askSuites(copy: string, suites: readonly string[]): Promise<Verdict> {
  const file = join(copy, '.cache/mutant-report.json');
  rmSync(file, { force: true });
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const how = ['--bail=1', '--reporter=json', `--outputFile.json=${file}`];
  const { output, seconds } = await run(copy, [vitest, 'run', ...suites, ...how]);
  if (!existsSync(file)) throw new Error(`the tests did not run:\n${output}`);
  const { success, testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failed = testResults
    .toSorted((a, b) => a.startTime - b.startTime)
    .flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName }) => `${basename(name)}: ${fullName}`),
    );
  if (!success && failed.length === 0) throw new Error(`the tests could not be loaded:\n${output}`);
  return { red: failed[0] ?? null, seconds };
}

/** @throws when no county could be simulated */
export async function askSimulator(
  copy: string,
  database: 'pglite' | 'postgres',
  seeds: number,
): Promise<Verdict> {
  const script = ['--import', 'tsx', 'tests/simulation/run-simulation.ts'];
  const options = ['--database', database, '--seeds', String(seeds), '--shrink', '0'];
  const { output, seconds, code } = await run(copy, [...script, ...options]);
  const [, seed, problem] = /^(seed \d+) on .*:\n(.*)$/m.exec(output) ?? [];
  if (code !== 0 && seed === undefined) throw new Error(`the simulator did not run:\n${output}`);
  return { red: seed === undefined ? null : `${seed}: ${problem}`, seconds };
}

function run(cwd: string, args: readonly string[]) {
  const startedAt = performance.now();
  return new Promise<{ output: string; seconds: number; code: number | null }>((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const note = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ output, code, seconds: Math.round((performance.now() - startedAt) / 1000) }),
    );
  });
}
