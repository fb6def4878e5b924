/** Finds a short list of steps that still fails, by leaving steps out. */
import type { Step } from './steps';

/**
 * Leaves out ever smaller stretches as long as the rest still fails.
 * @param fails runs the steps in a fresh county
 * @param maxRuns shrinking stops after so many runs: a shorter list is a help, not a proof
 */
export async function shrink(
  steps: readonly Step[],
  fails: (steps: readonly Step[]) => Promise<boolean>,
  maxRuns: number,
): Promise<readonly Step[]> {
  let kept = steps;
  let runs = 0;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && runs < maxRuns; ) {
      const shorter = [...kept.slice(0, start), ...kept.slice(start + size)];
      runs += 1;
      if (await fails(shorter)) kept = shorter;
      else start += size;
    }
  }
  return kept;
}
