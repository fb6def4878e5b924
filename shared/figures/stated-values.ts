/**
 * What the unit ledgers (F1, F10) print in a field the office may state itself: the stated value, else what the
 * register knows. Export prints it and import compares with it, so a ledger read back changes nothing although
 * the register holds the fact elsewhere (decision 002).
 */
import type { PartyRoom } from '@shared/domain/party-room';
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { addMonths } from '@shared/lib/day';
import { rosterOf } from '@shared/rules/belonging';
import { openCovers } from '@shared/rules/org-state';
import { relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import { ageOn } from './member-traits';
import type { UnitFacts } from './unit-facts';

export interface StatedValues {
  readonly aboveScale: boolean | null;
  readonly 'owner.isPartyMember': boolean | null;
  readonly 'owner.hasPublicRole': boolean | null;
  readonly 'declared.members': number | null;
  readonly 'declared.elsewhere': number | null;
  readonly 'declared.under35': number | null;
  readonly 'declared.middle': number | null;
  readonly 'declared.technical': number | null;
  readonly 'declared.frontline': number | null;
  readonly 'declared.developed3y': number | null;
  readonly 'declared.collegeUp': number | null;
  readonly 'declared.highSchoolDown': number | null;
  /** null where the unit has an organization: the form asks only the others. */
  readonly 'declared.hasInstructor': boolean | null;
  readonly 'declared.lastElectionOn': string | null;
  /** Units under the joint branch of the unit; null under any other organization. */
  readonly 'declared.jointCovers': number | null;
  readonly 'declared.orgPhone': string | null;
  readonly 'declared.hasOwnVenue': boolean | null;
  readonly 'declared.venueMode': Unit['declared']['venueMode'];
  readonly 'declared.venueAreaM2': number | null;
}

export function statedValues(unit: Unit, facts: UnitFacts, context: FactsContext): StatedValues {
  return {
    aboveScale: unit.aboveScale ?? facts.isAboveScale,
    ...statedOwner(unit),
    ...statedMembers(unit, facts),
    ...statedTraits(unit, facts, context),
    'declared.hasInstructor': facts.hasOrg
      ? null
      : facts.hasInstructor || facts.hasLiaison || (unit.declared.hasInstructor ?? false),
    ...statedOrg(unit, facts, context),
    ...statedVenue(unit, context),
  };
}

function statedOwner({ owner }: Unit): Pick<StatedValues, 'owner.isPartyMember' | 'owner.hasPublicRole'> {
  const { isPartyMember, politicalStatus, publicRoles, hasPublicRole } = owner;
  const byStatus = politicalStatus === null ? null : politicalStatus === '01' || politicalStatus === '02';
  return {
    'owner.isPartyMember': isPartyMember ?? byStatus,
    'owner.hasPublicRole': Object.keys(publicRoles).length > 0 ? true : hasPublicRole,
  };
}

function statedMembers(
  { declared }: Unit,
  facts: UnitFacts,
): Pick<StatedValues, 'declared.members' | 'declared.elsewhere'> {
  const isCounted = facts.rosterMembers > 0 || facts.membersElsewhere > 0;
  return {
    'declared.members': declared.members ?? (facts.membersBasis === 'none' ? null : facts.membersHere),
    'declared.elsewhere': declared.elsewhere ?? (isCounted ? facts.membersElsewhere : null),
  };
}

type Traits = Pick<
  StatedValues,
  | 'declared.under35'
  | 'declared.middle'
  | 'declared.technical'
  | 'declared.frontline'
  | 'declared.developed3y'
  | 'declared.collegeUp'
  | 'declared.highSchoolDown'
>;
const lowEducations: ReadonlySet<string | null> = new Set(['highSchool', 'juniorHigh', 'primary']);

/** Counts over the roster where it is complete; a trait nobody recorded for one member stays unknown. */
function statedTraits(unit: Unit, facts: UnitFacts, context: FactsContext): Traits {
  const { declared } = unit;
  const roster = facts.membersBasis === 'roster' ? rosterOf(unit, context) : [];
  const count = <K extends keyof Person>(
    stated: number | null,
    trait: K,
    isCounted: (value: NonNullable<Person[K]>) => boolean,
  ): number | null => {
    if (stated !== null || roster.length === 0) return stated;
    const known = roster.flatMap((person) => person[trait] ?? []);
    // flatMap drops the nulls, which its type keeps.
    return known.length < roster.length ? null : (known as NonNullable<Person[K]>[]).filter(isCounted).length;
  };
  const youngMaxAge = context.ruleSet.development['youngMaxAge'] ?? 35;
  const threeYearsAgo = addMonths(context.asOf, -36);
  return {
    'declared.under35': count(declared.under35, 'birthOn', (on) => ageOn(on, context.asOf) <= youngMaxAge),
    'declared.middle': count(declared.middle, 'jobKind', (job) => job === 'middle'),
    'declared.technical': count(declared.technical, 'jobKind', (job) => job === 'technical'),
    'declared.frontline': count(declared.frontline, 'jobKind', (job) => job === 'frontline'),
    'declared.developed3y': count(declared.developed3y, 'joinedOn', (on) => on > threeYearsAgo),
    'declared.collegeUp': count(
      declared.collegeUp,
      'education',
      (education) => education === 'postgraduate' || education === 'bachelor',
    ),
    'declared.highSchoolDown': count(declared.highSchoolDown, 'education', (education) =>
      lowEducations.has(education),
    ),
  };
}

type Org = Pick<StatedValues, 'declared.lastElectionOn' | 'declared.jointCovers' | 'declared.orgPhone'>;

function statedOrg({ declared }: Unit, facts: UnitFacts, { relations, asOf }: FactsContext): Org {
  const org = facts.coverOrgId === null ? null : relations.documents.partyOrgs.get(facts.coverOrgId);
  const covered = org?.tier === 'jointBranch' ? openCovers(org, asOf).map(({ unitId }) => unitId) : null;
  return {
    'declared.lastElectionOn': declared.lastElectionOn ?? org?.termStart ?? null,
    'declared.jointCovers':
      covered === null ? null : Math.max(new Set(covered).size, declared.jointCovers ?? 0),
    'declared.orgPhone': org?.phone ?? declared.orgPhone,
  };
}

type Venue = Pick<StatedValues, 'declared.hasOwnVenue' | 'declared.venueMode' | 'declared.venueAreaM2'>;

/** What the ledger states goes first; rooms of the unit fill in where it says nothing. */
function statedVenue(unit: Unit, { relations }: FactsContext): Venue {
  const { venueMode, hasOwnVenue, venueAreaM2 } = unit.declared;
  const room = bestRoom(relatedDocuments(relations, 'partyRooms', 'roomsByUnit', unit.id));
  const mode = venueMode ?? (hasOwnVenue === true ? 'own' : (room?.mode ?? null));
  return {
    'declared.hasOwnVenue': hasOwnVenue ?? (mode === null ? null : mode === 'own'),
    'declared.venueMode': mode,
    'declared.venueAreaM2': venueAreaM2 ?? room?.areaM2 ?? null,
  };
}

/** An own room before a shared one; closed rooms do not count. */
function bestRoom(rooms: Iterable<PartyRoom>): PartyRoom | null {
  let best: PartyRoom | null = null;
  for (const room of rooms) {
    if (room.status === 'closed') continue;
    if (best === null || (room.mode === 'own' && best.mode !== 'own')) best = room;
  }
  return best;
}
