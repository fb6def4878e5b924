/** How long to wait after failures: longer each time, and never all devices of a county at the same moment. */
import type { RandomNumber } from './clock';

const firstMs = 1000;
const longestMs = 5 * 60_000;

/**
 * @param failures in a row, 1 after the first
 * @param askedMs what the county asked for; never less than that
 */
export function waitAfter(failures: number, askedMs: number | null, random: RandomNumber): number {
  const longest = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 20));
  return Math.round((askedMs ?? 0) + longest / 2 + (longest / 2) * random());
}
