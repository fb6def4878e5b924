/** What sealing costs: a save, filling a register, opening it, and a password. In Node, without a database. */
import { documentSeal } from '@renderer/data/storage/sealed-documents';
import { dataKeyLength, openDataKeys } from '@renderer/keys/data-keys';
import { usualCost, wrapByPassword } from '@renderer/keys/wrap-key';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import type { Person } from '@shared/domain/person';
import { type Bench, type BenchResult, spread } from './bench-result';

const SIZE = 20_000;
const rounds = 7;
/** As many as are read from the database at once. */
const pageSize = 1000;

function people(): Person[] {
  const { people: some } = registerOf(generateDemoCounty(demoSeed, '2026-11-20'), '2026-11-20T02:00:00.000Z');
  return Array.from({ length: SIZE }, (_, i) => ({ ...some[i % some.length]!, id: `person-${i}` }));
}

async function inPages<T, R>(all: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let start = 0; start < all.length; start += pageSize)
    done.push(...(await Promise.all(all.slice(start, start + pageSize).map(each))));
  return done;
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

async function repeat(count: number, job: (i: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < count; i++) all.push(await timed(() => job(i)));
  return all;
}

const result = (
  name: string,
  what: string,
  values: readonly number[],
  more: Partial<BenchResult> = {},
): BenchResult => ({
  name: `keys.${name}`,
  what,
  unit: 'ms',
  value: spread(values).median,
  p95: spread(values).p95,
  limit: null,
  target: null,
  ...more,
});

/** The least the same work could cost: a copy of each document, with nothing taken out. */
const copies = (all: readonly Person[]) =>
  repeat(rounds, () => inPages(all, (one) => Promise.resolve({ ...one })));

async function run(): Promise<readonly BenchResult[]> {
  const key = crypto.getRandomValues(new Uint8Array(dataKeyLength));
  const keys = await openDataKeys(key, 'bench');
  const seal = documentSeal<Person>('people', await keys.sealerFor('documents'));
  const all = people();
  const sealed = await inPages(all, seal.close);
  const limit = { what: 'copying the documents', value: spread(await copies(all)).median };
  return [
    result(
      `seal.${SIZE}`,
      `seal ${SIZE} people, ids and phones`,
      await repeat(rounds, () => inPages(all, seal.close)),
      {
        limit,
      },
    ),
    result(
      `open.${SIZE}`,
      `open ${SIZE} sealed people`,
      await repeat(rounds, () => inPages(sealed, seal.open)),
      {
        limit,
      },
    ),
    result('seal.1', 'seal the one document of a save', await repeat(500, (i) => seal.close(all[i]!)), {
      target: 2,
    }),
    result(
      'password',
      'derive a key from a password',
      await repeat(9, () => wrapByPassword(key, '青溪镇口令', 'x', usualCost)),
    ),
  ];
}

export const bench: Bench = { name: `Sealing ${SIZE} people`, run };
