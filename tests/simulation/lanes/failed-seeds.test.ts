import { afterAll, describe, expect, it } from 'vitest';
import { readFailedSeeds } from '../failed-seeds';
import { type LaneRunner, openLane } from '../run-lane';

describe('simulations that failed once', () => {
  const runners = new Map<string, Promise<LaneRunner>>();
  const runnerOf = (database: 'pglite' | 'postgres', storage: 'memory' | 'dexie') => {
    const key = `${database} ${storage}`;
    const runner = runners.get(key) ?? openLane({ database, storage });
    runners.set(key, runner);
    return runner;
  };
  afterAll(async () => {
    for (const runner of runners.values()) await (await runner).close();
  });

  it('are kept in failed-seeds.json, which can be read', () => {
    expect(readFailedSeeds().every(({ seed }) => Number.isInteger(seed))).toBe(true);
  });

  it.each(readFailedSeeds())('$about (seed $seed)', async ({ seed, steps, database, storage }) => {
    const runner = await runnerOf(database, storage);
    const { problems } = await runner.run(seed, steps);
    expect(problems).toEqual([]);
  });
});
