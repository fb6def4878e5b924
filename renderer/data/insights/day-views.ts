/** Past days of the register as they were counted, kept while the register stays the same. */
import type { Register } from '@shared/domain/collections';
import { countPastDay } from '../figures/count-past-day';
import type { FactsView } from '../figures/facts-view';
import type { RegisterStore } from '../register-store';

export interface DayViews {
  /** The register as it stood at the end of the day. */
  on(day: string): Promise<FactsView>;
}

/** Facts kept at most, of all days together: three years of quarters in a township, fewer days in a county. */
const mostFacts = 60_000;

/** @param breathe lets the page paint and take input */
export function createDayViews(
  register: Pick<RegisterStore, 'snapshot'>,
  breathe: () => Promise<void>,
): DayViews {
  let counted: Register | null = null;
  let known = new Map<string, Promise<FactsView>>();
  /** One day after the other: two at once would only take turns. */
  let last: Promise<unknown> = Promise.resolve();
  const count = async (snapshot: Register, day: string): Promise<FactsView> => {
    const view = await countPastDay(snapshot, day, breathe, () => false);
    if (view === null) throw new Error('a count nobody gave up was given up');
    const most = Math.max(2, Math.floor(mostFacts / Math.max(1, view.facts.size)));
    for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - most))) known.delete(oldest);
    return view;
  };
  return {
    on(day) {
      const snapshot = register.snapshot();
      if (snapshot !== counted) {
        counted = snapshot;
        known = new Map();
      }
      const found = known.get(day);
      if (found) return found;
      const made = last.then(() => count(snapshot, day));
      last = made.catch(() => {});
      known.set(day, made);
      return made;
    },
  };
}
