/**
 * Members of a unit on a day, by formal relation (P16). Roster people are counted when there are at least as many
 * as the ledger declares; else the declared count stands and the difference is a finding (V7).
 */
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import { coverOf, isActiveOrg } from '@shared/rules/org-state';
import { related } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import { memberTraits, type RosterTally } from './member-traits';
import { seatOf } from './seat';
import type { MemberFacts } from './unit-facts';

/** Where a person counts, seen from one unit. */
interface Belonging {
  /** Formal relation counts here. */
  readonly isHere: boolean;
  /** Works here, wherever the relation is. */
  readonly isWorking: boolean;
}

/** @param orgIds organizations with any cover of the unit, open or closed. */
export function deriveMembers(unit: Unit, orgIds: ReadonlySet<string>, context: FactsContext): MemberFacts {
  const tally = tallyRoster(unit, orgIds, context);
  const { declared } = unit;
  const useRoster = declared.members === null || tally.here >= declared.members;
  const membersHere = useRoster ? tally.here : (declared.members ?? 0);
  const probationaryHere = useRoster
    ? tally.probationary
    : Math.min(membersHere, declared.probationary ?? tally.probationary);
  const fullMembersHere = membersHere - probationaryHere;
  const membersElsewhere = Math.max(tally.elsewhere, declared.elsewhere ?? 0);
  const hasMembers = membersHere > 0 || declared.members !== null;
  return {
    membersHere,
    fullMembersHere,
    probationaryHere,
    membersElsewhere,
    membersWorking: (useRoster ? tally.workingHere : membersHere) + membersElsewhere,
    membersBasis: hasMembers ? (useRoster && tally.here > 0 ? 'roster' : 'declared') : 'none',
    declaredDifference: declared.members === null ? null : tally.here - declared.members,
    ...countingFull(unit, useRoster, fullMembersHere, membersElsewhere, tally),
    floatingOut: useRoster ? tally.floating : Math.max(tally.floating, declared.floating ?? 0),
    floatingByScope: tally.floatingByScope,
    rosterMembers: tally.here,
    trainedMembers: tally.trained,
    newMembers: tally.joined,
    newMembersPreferred: tally.joinedPreferred,
    activists: tally.activists,
  };
}

/** Social organizations count only members on their full-time staff (P13); not recorded counts as full-time. */
function countingFull(
  unit: Unit,
  useRoster: boolean,
  fullMembersHere: number,
  membersElsewhere: number,
  tally: RosterTally,
): Pick<MemberFacts, 'countingFullHere' | 'countingFullElsewhere'> {
  const elsewhere = membersElsewhere - tally.elsewhere + tally.countingElsewhere;
  if (unit.unitType !== 'socialOrg')
    return { countingFullHere: fullMembersHere, countingFullElsewhere: elsewhere };
  const here = useRoster ? tally.countingHere : Math.min(fullMembersHere, unit.staffFullTime ?? Infinity);
  return { countingFullHere: here, countingFullElsewhere: elsewhere };
}

function tallyRoster(unit: Unit, orgIds: ReadonlySet<string>, context: FactsContext): RosterTally {
  const { relations } = context;
  const seen = related(relations, 'peopleByUnit', unit.id);
  if (seen.size === 0 && orgIds.size === 0) return nobody;
  const tally = emptyTally();
  for (const id of seen) addPerson(tally, unit, id, context);
  for (const orgId of orgIds)
    for (const id of related(relations, 'peopleByOrg', orgId))
      if (!seen.has(id)) addPerson(tally, unit, id, context);
  return tally;
}

/** Members whose relation counts for the unit on the day, as `membersHere` counts them. */
export function rosterHere(unit: Unit, context: FactsContext): Person[] {
  const { relations, asOf } = context;
  const ids = new Set(related(relations, 'peopleByUnit', unit.id));
  for (const orgId of related(relations, 'orgsByUnit', unit.id))
    for (const id of related(relations, 'peopleByOrg', orgId)) ids.add(id);
  return [...ids].flatMap((id) => {
    const person = relations.documents.people.get(id);
    if (!person || !isMemberStage(stageOn(person, asOf))) return [];
    return belongingOf(person, unit, context).isHere ? [person] : [];
  });
}

const noFloating: RosterTally['floatingByScope'] = {};
const emptyTally = (): RosterTally => ({
  here: 0,
  probationary: 0,
  workingHere: 0,
  elsewhere: 0,
  countingHere: 0,
  countingElsewhere: 0,
  floating: 0,
  floatingByScope: noFloating,
  trained: 0,
  joined: 0,
  joinedPreferred: 0,
  activists: 0,
});

/** Most units of a register have no roster yet. */
const nobody = emptyTally();

function addPerson(tally: RosterTally, unit: Unit, personId: string, context: FactsContext): void {
  const person = context.relations.documents.people.get(personId);
  if (!person) return;
  const stage = stageOn(person, context.asOf);
  if (stage === null || stage === 'exited') return;
  const { isHere, isWorking } = belongingOf(person, unit, context);
  if (stage === 'activist' && (isHere || isWorking)) tally.activists += 1;
  if (!isMemberStage(stage)) return;
  const counts = stage === 'full' && (unit.unitType !== 'socialOrg' || person.isFullTime !== false);
  if (isHere) {
    tally.here += 1;
    if (stage === 'probationary') tally.probationary += 1;
    if (isWorking) tally.workingHere += 1;
    if (counts) tally.countingHere += 1;
    memberTraits(tally, person, context);
  } else if (isWorking) {
    tally.elsewhere += 1;
    if (counts) tally.countingElsewhere += 1;
  }
}

/**
 * The relation counts for the unit when the organization holding it covers the unit (or is gone, or was never
 * recorded) and the person works there; people of that organization who work nowhere under it count at its seat.
 */
function belongingOf(person: Person, unit: Unit, context: FactsContext): Belonging {
  const { asOf, relations } = context;
  const worksHere = person.workUnitId === unit.id && (person.workFrom === null || person.workFrom <= asOf);
  const { relationOrgId } = person;
  const hasRelation = person.relationFrom === null || person.relationFrom <= asOf;
  if (relationOrgId === null || !hasRelation)
    return { isHere: worksHere && hasRelation && person.relationOrgName === null, isWorking: worksHere };
  const org = relations.documents.partyOrgs.get(relationOrgId);
  if (!org || !isActiveOrg(org, asOf)) return { isHere: worksHere, isWorking: worksHere };
  if (!coverOf(org, unit.id, asOf)) return { isHere: false, isWorking: worksHere };
  if (worksHere) return { isHere: true, isWorking: true };
  const worksUnderOrg = person.workUnitId !== null && coverOf(org, person.workUnitId, asOf) !== null;
  const isAtSeat = !worksUnderOrg && seatOf(org, context) === unit.id;
  return { isHere: isAtSeat, isWorking: isAtSeat && person.workUnitId === null };
}
