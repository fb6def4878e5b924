/** Rows of `unit_facts` from documents. Pure. */
import type { Register } from '@shared/domain/collections';
import { factsOverTime } from '@shared/figures/facts-over-time';
import { factValuesOf } from '../../repositories/facts/fact-columns';
import type { DueDay } from '../../repositories/facts/facts-state';
import type { UnitFactsRow } from '../../repositories/facts/unit-facts';

/** First day of the oldest rules there are: nobody counted by any rules before, so no figures are kept for then. */
export const firstFactsDay = '2009-01-01';

export interface DerivedUnits {
  readonly rows: readonly UnitFactsRow[];
  /** When each unit has to be derived again; null = only when something about it changes. */
  readonly due: readonly DueDay[];
}

/**
 * @param register the units with everything their facts depend on
 * @param today last day; the open rows hold from it on until the unit is due again
 */
export function deriveUnits(
  register: Partial<Register>,
  unitIds: ReadonlySet<string>,
  today: string,
): DerivedUnits {
  const timelines = factsOverTime({
    unitIds,
    register,
    first: firstFactsDay,
    last: today,
    // A unit that had not begun yet is no unit of that day; it would only make rows nobody asks for.
    keep: (facts, context) => (facts.scopeReason === 'notYet' ? null : factValuesOf(facts, context)),
    isSame: (a, b) => a === b,
  });
  return {
    rows: [...timelines].flatMap(([unitId, { runs }]) =>
      runs.map(({ from, to, kept }) => ({ unitId, validFrom: from, validTo: to, values: kept })),
    ),
    due: [...timelines].map(([id, { nextOn }]) => ({ id, dueOn: nextOn })),
  };
}
