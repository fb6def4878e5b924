/**
 * npm run bench [-- NAME… --json FILE]: runs every *.bench.ts here whose name contains one of the words, one
 * after another, and prints each figure beside its limit. The results as JSON go to FILE (default .cache/bench.json).
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, BenchResult } from './bench-result';

const folder = import.meta.dirname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string', default: join(folder, '../../.cache/bench.json') } },
});

const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

/** Nothing to compare with where the limit is nothing at all. */
const ratioTo = (limit: number, value: number): string =>
  limit > 0 ? `, ${(value / limit).toFixed(2)}x` : '';

function line({ name, unit, value, p95, limit, target }: BenchResult): string {
  const parts = [`${name}: ${round(value)} ${unit}`];
  if (p95 !== null) parts.push(`p95 ${round(p95)}`);
  if (limit) parts.push(`limit ${round(limit.value)} (${limit.what})${ratioTo(limit.value, value)}`);
  if (target !== null) parts.push(`target ${target}: ${value <= target ? 'met' : 'MISSED'}`);
  return parts.join(' · ');
}

async function loadBenches(): Promise<Bench[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.bench.ts'))
    .sort();
  const wanted = files.filter(
    (file) => positionals.length === 0 || positionals.some((word) => file.includes(word)),
  );
  // Every *.bench.ts exports `bench`.
  return Promise.all(
    wanted.map(async (file) => ((await import(join(folder, file))) as { bench: Bench }).bench),
  );
}

const results: BenchResult[] = [];
for (const bench of await loadBenches()) {
  console.log(`\n${bench.name}`);
  for (const result of await bench.run()) {
    results.push(result);
    console.log(`  ${line(result)}`);
  }
}
const machine = { node: process.version, cpus: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) };
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ machine, results }, null, 1)}\n`);
console.log(`\n${results.length} figures written to ${values.json}`);
