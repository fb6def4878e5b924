/** What the two unit ledgers (F1, F10) look up about a unit: its Party organization, secretary, places and venue. */
import type { PartyOrg } from '@shared/domain/party-org';
import { secretaryOf } from '@shared/rules/org-state';
import { orgUnitOf, type ReportInput, type UnitRow } from '../report-input';
import { NONE } from '../report-model';

export interface LedgerRow extends UnitRow {
  /** The organization behind the unit's coverage; null when none covers it. */
  readonly org: PartyOrg | null;
  readonly secretary: string | null;
  readonly venue: Venue;
}

export interface Venue {
  /** null = not known. */
  readonly mode: 'own' | 'shared' | 'community' | null;
  readonly isOwn: boolean | null;
  readonly areaM2: number | null;
}

export function ledgerRow(input: ReportInput, row: UnitRow): LedgerRow {
  const { coverOrgId } = row.facts;
  const org = coverOrgId === null ? null : (input.relations.documents.partyOrgs.get(coverOrgId) ?? null);
  return {
    ...row,
    org,
    secretary: org === null ? null : (secretaryOf(org, input.asOf)?.name ?? null),
    venue: venueOf(input, row),
  };
}

/** What the ledger declares goes first; rooms of the register fill in where it says nothing. */
function venueOf({ relations }: ReportInput, { unit }: UnitRow): Venue {
  const ids = relations.indexes.roomsByUnit.get(unit.id) ?? [];
  const rooms = [...ids]
    .map((id) => relations.documents.partyRooms.get(id))
    .filter((room) => room !== undefined && room.status !== 'closed');
  const own = rooms.find((room) => room?.mode === 'own');
  const room = own ?? rooms[0];
  const { venueMode, hasOwnVenue, venueAreaM2 } = unit.declared;
  return {
    mode: venueMode ?? (hasOwnVenue === true ? 'own' : (room?.mode ?? null)),
    isOwn: hasOwnVenue ?? (venueMode === null ? (own === undefined ? null : true) : venueMode === 'own'),
    areaM2: venueAreaM2 ?? room?.areaM2 ?? null,
  };
}

/** Parks, buildings and other places the unit sits in besides its village. */
export function placeNames(input: ReportInput, { facts }: UnitRow): string | null {
  const villages = new Set(facts.villageIds);
  const names = facts.siteIds.filter((id) => !villages.has(id)).map((id) => orgUnitOf(input, id)?.name ?? '');
  return names.filter((name) => name !== '').join('、') || null;
}

/** 是否两代表一委员: the roles when they are recorded, else the bare answer. */
export const hasPublicRole = ({ unit }: UnitRow): boolean | null =>
  Object.keys(unit.owner.publicRoles).length > 0 ? true : unit.owner.hasPublicRole;

export function isOwnerMember({ unit }: UnitRow): boolean | null {
  const { isPartyMember, politicalStatus } = unit.owner;
  return isPartyMember ?? (politicalStatus === null ? null : ['01', '02'].includes(politicalStatus));
}

/** Whether an instructor or liaison officer is sent to a unit without organization; null where it has one. */
export function isInstructorSent({ unit, facts }: UnitRow): boolean | null {
  if (facts.hasOrg) return null;
  return facts.hasInstructor || facts.hasLiaison || (unit.declared.hasInstructor ?? false);
}

/**
 * Members as the unit's ledger states them, so that this table read back changes nothing; where it states nothing,
 * what the register counts. "—" = neither.
 */
export function statedMembers({ unit, facts }: UnitRow): string | number {
  return unit.declared.members ?? (facts.membersBasis === 'none' ? NONE : facts.membersHere);
}

export function statedElsewhere({ unit, facts }: UnitRow): string | number {
  const isCounted = facts.rosterMembers > 0 || facts.membersElsewhere > 0;
  return unit.declared.elsewhere ?? (isCounted ? facts.membersElsewhere : NONE);
}

/** Says so where the stated numbers and the roster differ: the other tables go by the longer of the two. */
export function differenceMemo(rows: readonly UnitRow[]): string[] {
  const differing = rows.filter(
    ({ unit, facts }) => (unit.declared.members ?? facts.membersHere) !== facts.membersHere,
  );
  if (differing.length === 0) return [];
  const counted = rows.reduce((sum, { facts }) => sum + facts.membersHere, 0);
  return [
    `党员数按填报数列示；与党员花名册不一致的 ${differing.length} 户，按花名册计全表党员 ${counted} 人。`,
  ];
}
