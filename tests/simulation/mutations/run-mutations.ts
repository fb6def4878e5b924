/**
 * npm run mutate [-- --only NAME] [--seeds N]
 * Takes one safeguard after the other out of a copy of the project and looks who notices; each gets its line in
 * tests/simulation/mutations.md as soon as it is known. Exit code 1 when nobody notices one. `--seeds 0` leaves the simulator
 * out and what the table says of it as it was.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askSimulator, askSuites } from './ask-tests';
import { copyWorkingTree, projectRoot, without } from './mutant-copy';
import { type Mutation, mutations } from './mutations';
import { cellOfSimulator, cellOfSuites, type Line, readLines, tableOf } from './table';

const { values } = parseArgs({
  options: { only: { type: 'string' }, seeds: { type: 'string', default: '10' } },
});
const seeds = Number(values.seeds);
const chosen = mutations.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`no such mutation: ${values.only}`);
const table = join(projectRoot, 'tests/simulation/mutations.md');
const copy = copyWorkingTree();

await requireGreen();
let survivors = 0;
for (const mutation of chosen) {
  const { line, isNoticed } = await without(mutation, () => judge(mutation));
  console.log([mutation.name, ...line].join('\n  '));
  if (!isNoticed) survivors += 1;
  if (!isNoticed) console.error(`nobody notices when this is gone: ${mutation.name}`);
  const lines = new Map(known()).set(mutation.name, line);
  writeFileSync(table, tableOf(mutations, lines));
}
process.exitCode = survivors === 0 ? 0 : 1;

function known(): ReadonlyMap<string, Line> {
  return existsSync(table) ? readLines(mutations, readFileSync(table, 'utf8')) : new Map();
}

/** Red tests of an unharmed copy would be taken for the mutant's. */
async function requireGreen(): Promise<void> {
  const suites = await askSuites(copy, [...new Set(chosen.flatMap((one) => one.suites))]);
  if (suites.red !== null) throw new Error(`red without any mutation: ${suites.red}`);
  for (const database of new Set(chosen.flatMap(({ simulator }) => simulator ?? []))) {
    const simulator = seeds === 0 ? null : await askSimulator(copy, database, 1);
    if (simulator?.red) throw new Error(`red without any mutation: ${simulator.red}`);
  }
}

async function judge(mutation: Mutation): Promise<{ line: Line; isNoticed: boolean }> {
  const suites = await askSuites(copy, mutation.suites);
  const isAsked = mutation.simulator !== null && seeds > 0;
  const simulator = isAsked ? await askSimulator(copy, mutation.simulator, seeds) : null;
  const before = known().get(mutation.name)?.[1] ?? 'not asked yet';
  const told = simulator ? cellOfSimulator(simulator, seeds) : before;
  const line: Line = [cellOfSuites(suites), mutation.simulator === null ? 'has no such part' : told];
  return { line, isNoticed: suites.red !== null || (simulator?.red ?? null) !== null };
}
