import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lane, type LaneRunner, openLane } from './run-lane';

/** Seeds that share one test: a report names the seed anyway. */
const seedsPerTest = 10;
/** Simulations a failing test spends on a shorter list of steps. */
const shrinkRuns = 60;

/**
 * Where requests really meet, a seed that failed may have met what no second run meets: the whole run names it and goes on. A
 * seed that tells one story has found something, and stays red.
 */
const retries = ({ database }: Lane): number =>
  database === 'postgres' && process.env['SECOND_TRY'] === '1' ? 1 : 0;

/** `count` simulations from seed `from` on. SIMULATION_SHARE runs only that part of them, for the mutation check. */
export function testSeeds(lane: Lane, from: number, count: number): void {
  const share = Number(process.env['SIMULATION_SHARE'] ?? 1);
  const seeds = Array.from({ length: Math.ceil(count * share) }, (_, index) => from + index);
  describe(`simulated counties on ${lane.database} and ${lane.storage}`, () => {
    let runner: LaneRunner;
    beforeAll(async () => {
      runner = await openLane(lane);
    });
    afterAll(() => runner.close());
    for (let start = 0; start < seeds.length; start += seedsPerTest) {
      const part = seeds.slice(start, start + seedsPerTest);
      it(`keep every rule with seeds ${part[0]} to ${part.at(-1)}`, { retry: retries(lane) }, async () => {
        for (const seed of part) {
          const outcome = await runner.run(seed);
          if (outcome.problems.length > 0) expect.fail(await runner.report(seed, outcome, shrinkRuns));
        }
      });
    }
  });
}
