/** Counts on each of some days, of things that each hold for a run of them. */

/** Positions of the first day and of the first after the last; equal: none of the days. */
export interface Run {
  readonly lo: number;
  readonly hi: number;
}

/** One number per day, in the order of the days. */
export type DayCounts = readonly number[];

/** What begins on each day, less what ceases; what ceases after the last day is kept behind it. */
export type DayChanges = number[];

/** @param length number of days */
export const createChanges = (length: number): DayChanges => new Array<number>(length + 1).fill(0);

/** @param counts one per run */
export function addRuns(changes: DayChanges, runs: readonly Run[], counts: readonly number[]): void {
  for (const [i, { lo, hi }] of runs.entries()) {
    const count = counts[i] ?? 0;
    changes[lo] = (changes[lo] ?? 0) + count;
    changes[hi] = (changes[hi] ?? 0) - count;
  }
}

export function countsByDay(changes: DayChanges): DayCounts {
  let count = 0;
  return changes.slice(0, -1).map((change) => {
    count += change;
    return count;
  });
}
