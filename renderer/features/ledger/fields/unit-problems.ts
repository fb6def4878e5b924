/**
 * What is wrong with a unit, found once for each state of what its checks ask about. A register of thousands is judged
 * again after every edit, and an edit concerns few of them.
 */
import type { Unit } from '@shared/domain/unit';
import type { UnitFacts } from '@shared/figures/unit-facts';
import type { Problem } from '@shared/problems/problem';
import { type Relations, related } from '@shared/rules/relations';
import { allProblems, needsCare } from './document-problems';

interface Judged {
  readonly unit: Unit;
  readonly problems: readonly Problem[];
}

const judged = new WeakMap<UnitFacts, Judged>();

/**
 * Problems that need a person. Facts are derived anew when a document changes that they, and with them the checks of
 * the unit, depend on (shared/figures/touched-units.ts); with the day or the rules all of them are.
 * @param facts of the unit by the same relations and on the same day; null = it has none
 * @returns null = not only its facts tell what is wrong: to be judged in each state of the register
 */
export function unitProblems(
  unit: Unit,
  facts: UnitFacts | null,
  relations: Relations,
  asOf: string,
): readonly Problem[] | null {
  // A unit that was changed a moment ago may be ahead of the facts.
  if (facts === null || relations.documents.units.get(unit.id) !== unit || hasTwin(unit, relations))
    return null;
  const known = judged.get(facts);
  if (known?.unit === unit) return known.problems;
  const problems = needsCare(allProblems('units', unit, relations, asOf), unit);
  judged.set(facts, { unit, problems });
  return problems;
}

/** Twins concern each other and are in nobody's facts. */
const hasTwin = ({ uscc, name }: Unit, relations: Relations): boolean =>
  (uscc !== null && related(relations, 'unitsByUscc', uscc).size > 1) ||
  related(relations, 'unitsByName', name).size > 1;
