/** Lists of units behind a mark, and what became of 六有 from one day to another, from facts in memory. */
import type { UnitFacts } from '@shared/figures/unit-facts';
import { compareText } from '@shared/lib/compare-text';
import { isThere } from './answer-sums';
import { unitsBehind } from './mark';
import type { FlowAnswer, FlowQuestion, FlowUnit, ListedUnit, UnitsAnswer, UnitsQuestion } from './messages';
import { isWithin, type Within } from './within';

/** Without sole traders, which are listed apart. */
const shown = (facts: Iterable<UnitFacts>, within: Within): UnitFacts[] =>
  [...facts].filter(
    (unit) => isThere(unit) && unit.unitType !== 'individualBusiness' && isWithin(unit, within),
  );

/** Units the figures count: in scope, without sole traders. */
export const unitsCounted = (facts: Iterable<UnitFacts>, within: Within): UnitFacts[] =>
  shown(facts, within).filter((unit) => unit.inScope);

export const metItems = ({ sixItems }: UnitFacts): string[] =>
  Object.keys(sixItems).filter((code) => sixItems[code] === true);

const byPlace = (a: ListedUnit, b: ListedUnit): number =>
  compareText(a.townshipId, b.townshipId) || compareText(a.unitId, b.unitId);

/** Ordered by township, then by id. */
export function answerUnits(
  { mark, within, limit = 5000 }: Omit<UnitsQuestion, 'day'>,
  facts: Iterable<UnitFacts>,
): UnitsAnswer {
  const units = unitsBehind(mark, shown(facts, within)).map(listed).sort(byPlace);
  return { total: units.length, units: units.slice(0, limit) };
}

const listed = (unit: UnitFacts): ListedUnit => ({
  unitId: unit.unitId,
  name: unit.name,
  townshipId: unit.townshipId,
  scopeReason: unit.scopeReason,
  coverageState: unit.coverageState,
  coverOrgName: unit.coverOrgName,
  fullMembersHere: unit.fullMembersHere,
  membersHere: unit.membersHere,
  floatingOut: Math.min(unit.floatingOut, unit.membersHere),
  staff: unit.staff,
  sixMetItems: metItems(unit).sort(),
  isSixAssessed: unit.isSixAssessed,
});

/** Units of both days, each by its state then and now; those that are assessed on neither day are left out. */
export function answerFlow(
  { within }: Pick<FlowQuestion, 'within'>,
  before: Iterable<UnitFacts>,
  after: Iterable<UnitFacts>,
): FlowAnswer {
  const [then, now] = [assessedById(before, within), assessedById(after, within)];
  const moves = new Map<string, FlowAnswer['moves'][number]>();
  const changed: FlowUnit[] = [];
  for (const id of new Set([...then.keys(), ...now.keys()])) {
    const unit = now.get(id) ?? then.get(id);
    if (!unit) continue;
    const [first, second] = [sixStateOf(then.get(id)), sixStateOf(now.get(id))];
    const move = { before: first?.met ?? null, after: second?.met ?? null };
    const name = JSON.stringify(move);
    moves.set(name, { ...move, count: (moves.get(name)?.count ?? 0) + 1 });
    if (JSON.stringify(first?.items) !== JSON.stringify(second?.items))
      changed.push({
        unitId: id,
        name: unit.name,
        townshipId: unit.townshipId,
        before: first,
        after: second,
      });
  }
  changed.sort((a, b) => compareText(a.townshipId, b.townshipId) || compareText(a.unitId, b.unitId));
  return { moves: [...moves.values()].sort(byMove), changed: changed.slice(0, 5000) };
}

type Move = FlowAnswer['moves'][number];
/** Unassessed first. */
const byMove = (a: Move, b: Move): number =>
  (a.before ?? -1) - (b.before ?? -1) || (a.after ?? -1) - (b.after ?? -1);

const assessedById = (facts: Iterable<UnitFacts>, within: Within): Map<string, UnitFacts> =>
  new Map(
    shown(facts, within)
      .filter((unit) => unit.inScope && unit.isSixAssessed)
      .map((unit) => [unit.unitId, unit]),
  );

const sixStateOf = (unit: UnitFacts | undefined): FlowUnit['before'] =>
  unit ? { met: unit.sixMet, items: metItems(unit).sort() } : null;
