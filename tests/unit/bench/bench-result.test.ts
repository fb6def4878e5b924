import { expect, it } from 'vitest';
import { spread } from '../../bench/bench-result';

it('gives the value that 95 of 100 do not exceed, and one of the few where there are few', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => count - i);
  expect(spread(upTo(100))).toEqual({ median: 50, p95: 95 });
  expect(spread(upTo(40))).toEqual({ median: 20, p95: 38 });
  expect(spread(upTo(3))).toEqual({ median: 2, p95: 3 });
  expect(spread([])).toEqual({ median: Number.NaN, p95: Number.NaN });
});
