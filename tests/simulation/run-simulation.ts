/**
 * npm run simulate -- --seeds N --from K [--database postgres] [--storage dexie] [--steps N] [--devices N]
 * Long runs by hand; stops at the first failure and prints its seed and the shortest steps found.
 */
import { parseArgs } from 'node:util';
import { startTestDatabases } from '../support/databases/test-databases';
import { openLane } from './run-lane';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '300' },
    devices: { type: 'string', default: '5' },
    database: { type: 'string', default: 'pglite' },
    storage: { type: 'string', default: 'memory' },
    shrink: { type: 'string', default: '300' },
  },
});
const lane = {
  database: values.database === 'postgres' ? 'postgres' : 'pglite',
  storage: values.storage === 'dexie' ? 'dexie' : 'memory',
} as const;
const databases = await startTestDatabases();
const size = { steps: Number(values.steps), devices: Number(values.devices) };
const runner = await openLane(lane, databases, size);
const [from, count] = [Number(values.from), Number(values.seeds)];
const startedAt = performance.now();
for (let seed = from; seed < from + count; seed++) {
  const outcome = await runner.run(seed);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { requests, pushes, edits, meetings } = outcome.counts;
  console.log(
    `${seconds} s  seed ${seed}: ${edits} edits, ${pushes} pushes, ${requests} requests, ${meetings} at the same time`,
  );
  if (outcome.problems.length === 0) continue;
  console.log(await runner.report(seed, outcome, Number(values.shrink)));
  process.exitCode = 1;
  break;
}
await runner.close();
await databases.stop();
