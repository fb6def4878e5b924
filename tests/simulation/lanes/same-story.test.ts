import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LaneRunner, openLane } from '../run-lane';

// Without this, a failure cannot be found again and its list of steps cannot be made shorter.
let runner: LaneRunner;
beforeAll(async () => {
  const size = { devices: 3, steps: 80 };
  runner = await openLane({ database: 'pglite', storage: 'memory' }, undefined, size);
});
afterAll(() => runner.close());

it('a county does the same again, whatever ran before it', async () => {
  const { story } = await runner.run(5);
  await runner.run(6);
  const again = await runner.run(5);
  expect(again.story).toBe(story);
  expect(again.counts['requests']).toBeGreaterThan(50);
});
