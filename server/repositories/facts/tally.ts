/** Counts on each of some days, of things that each hold for a run of them. */

/** Positions of the first day and of the first after the last; equal: none of the days. */
interface Run {
  readonly lo: number;
  readonly hi: number;
}

export interface Tally {
  add(name: string, run: Run, count: number): void;
  /** @returns for each day what there is by name, without zeros */
  byDay(): readonly ReadonlyMap<string, number>[];
}

/** @param length number of days */
export function createTally(length: number): Tally {
  /** What changes on each day: begun without ceased. */
  const changes = new Map<string, Float64Array>();
  return {
    add(name, { lo, hi }, count) {
      if (count === 0) return;
      const own = changes.get(name) ?? new Float64Array(length + 1);
      changes.set(name, own);
      own[lo] = (own[lo] ?? 0) + count;
      own[hi] = (own[hi] ?? 0) - count;
    },
    byDay() {
      const found = Array.from({ length }, () => new Map<string, number>());
      for (const [name, own] of changes) {
        let count = 0;
        for (const [i, day] of found.entries()) {
          count += own[i] ?? 0;
          if (count !== 0) day.set(name, count);
        }
      }
      return found;
    },
  };
}
