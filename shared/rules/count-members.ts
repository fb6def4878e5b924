/** How many members a unit or an organization has: the roster, or what the ledger declares. */
import type { PartyOrg } from '@shared/domain/party-org';
import type { Unit } from '@shared/domain/unit';
import { rosterOf } from './belonging';
import { isMemberStage, stageOn } from './member-stage';
import { coverOf, isActiveOrg, openCovers } from './org-state';
import { type Relations, relatedDocuments } from './relations';
import type { ValidationContext } from './validation';

/** The organization covering a unit on the day, any kind; null = none. */
export const coveringOrg = (unitId: string, relations: Relations, asOf: string): PartyOrg | null =>
  relatedDocuments(relations, 'partyOrgs', 'orgsByUnit', unitId).find(
    (org) => isActiveOrg(org, asOf) && coverOf(org, unitId, asOf) !== null,
  ) ?? null;

export interface SettledMembers {
  /** The roster is at least as long as what is declared, so its people are counted. */
  readonly isByRoster: boolean;
  /** Members whose relation is here, full and probationary. */
  readonly here: number;
  readonly probationary: number;
}

/** Roster people are counted when there are at least as many as declared; else the declared count stands (P16). */
export function settleMembers(
  { members, probationary }: Unit['declared'],
  roster: Pick<SettledMembers, 'here' | 'probationary'>,
): SettledMembers {
  if (members === null || roster.here >= members)
    return { isByRoster: true, here: roster.here, probationary: roster.probationary };
  return {
    isByRoster: false,
    here: members,
    probationary: Math.min(members, probationary ?? roster.probationary),
  };
}

export interface MemberCount {
  readonly all: number;
  readonly full: number;
}

export function countUnitMembers(unit: Unit, context: ValidationContext): MemberCount {
  const roster = rosterOf(unit, context);
  const probationary = roster.filter((person) => stageOn(person, context.asOf) === 'probationary').length;
  const settled = settleMembers(unit.declared, { here: roster.length, probationary });
  return { all: settled.here, full: settled.here - settled.probationary };
}

/** Members over all units an organization covers, or by relation where that gives more. */
export function countOrgMembers(org: PartyOrg, context: ValidationContext): MemberCount {
  const { relations, asOf } = context;
  const stages = relatedDocuments(relations, 'people', 'peopleByOrg', org.id)
    .map((person) => stageOn(person, asOf))
    .filter(isMemberStage);
  const byRelation = { all: stages.length, full: stages.filter((stage) => stage === 'full').length };
  const units = openCovers(org, asOf).flatMap((cover) => relations.documents.units.get(cover.unitId) ?? []);
  const counts = units.map((unit) => countUnitMembers(unit, context));
  const sum = (key: keyof MemberCount): number => counts.reduce((total, count) => total + count[key], 0);
  return { all: Math.max(byRelation.all, sum('all')), full: Math.max(byRelation.full, sum('full')) };
}
