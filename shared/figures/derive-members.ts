/**
 * Members of a unit on a day, by formal relation (P16). Roster people are counted when there are at least as many
 * as the ledger declares; else the declared count stands and the difference is a finding (V7).
 */
import type { Unit } from '@shared/domain/unit';
import { belongingOf, peopleAbout } from '@shared/rules/belonging';
import { settleMembers } from '@shared/rules/count-members';
import { isMemberStage, stageOn } from '@shared/rules/member-stage';
import type { FactsContext } from './facts-context';
import { memberTraits, type RosterTally } from './member-traits';
import type { MemberFacts } from './unit-facts';

export function deriveMembers(unit: Unit, context: FactsContext): MemberFacts {
  const tally = tallyRoster(unit, context);
  const { declared } = unit;
  const { isByRoster, here: membersHere, probationary: probationaryHere } = settleMembers(declared, tally);
  const fullMembersHere = membersHere - probationaryHere;
  const membersElsewhere = Math.max(tally.elsewhere, declared.elsewhere ?? 0);
  const hasMembers = membersHere > 0 || declared.members !== null;
  return {
    membersHere,
    fullMembersHere,
    probationaryHere,
    membersElsewhere,
    membersWorking: (isByRoster ? tally.workingHere : membersHere) + membersElsewhere,
    membersBasis: hasMembers ? (isByRoster && tally.here > 0 ? 'roster' : 'declared') : 'none',
    declaredDifference: declared.members === null ? null : tally.here - declared.members,
    ...countingFull(unit, isByRoster, fullMembersHere, membersElsewhere, tally),
    floatingOut: isByRoster ? tally.floating : Math.max(tally.floating, declared.floating ?? 0),
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
  isByRoster: boolean,
  fullMembersHere: number,
  membersElsewhere: number,
  tally: RosterTally,
): Pick<MemberFacts, 'countingFullHere' | 'countingFullElsewhere'> {
  const elsewhere = membersElsewhere - tally.elsewhere + tally.countingElsewhere;
  if (unit.unitType !== 'socialOrg')
    return { countingFullHere: fullMembersHere, countingFullElsewhere: elsewhere };
  const here = isByRoster ? tally.countingHere : Math.min(fullMembersHere, unit.staffFullTime ?? Infinity);
  return { countingFullHere: here, countingFullElsewhere: elsewhere };
}

function tallyRoster(unit: Unit, context: FactsContext): RosterTally {
  const ids = peopleAbout(unit.id, context.relations);
  if (ids.size === 0) return nobody;
  const tally = emptyTally();
  for (const id of ids) addPerson(tally, unit, id, context);
  return tally;
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
