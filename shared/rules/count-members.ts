/** Quick counts of members that validators compare with what a record says. */
import type { PartyOrg } from '@shared/domain/party-org';
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { isMemberStage, stageOn } from './member-stage';
import { coverOf, isActiveOrg, openCovers } from './org-state';
import { type Relations, relatedDocuments } from './relations';

/** Members of the roster who work in the unit and whose relation is not recorded elsewhere. */
export function rosterOf(unit: Unit, relations: Relations, asOf: string): Person[] {
  return relatedDocuments(relations, 'people', 'peopleByUnit', unit.id).filter((person) => {
    if (!isMemberStage(stageOn(person, asOf))) return false;
    if (person.relationOrgId === null) return person.relationOrgName === null;
    const org = relations.documents.partyOrgs.get(person.relationOrgId);
    return !org || !isActiveOrg(org, asOf) || coverOf(org, unit.id, asOf) !== null;
  });
}

/** The organization covering a unit on the day, any kind; null = none. */
export const coveringOrg = (unitId: string, relations: Relations, asOf: string): PartyOrg | null =>
  relatedDocuments(relations, 'partyOrgs', 'orgsByUnit', unitId).find(
    (org) => isActiveOrg(org, asOf) && coverOf(org, unitId, asOf) !== null,
  ) ?? null;

export interface MemberCount {
  readonly all: number;
  readonly full: number;
}

/** Members of a unit, roster or declared, whichever is more; the same choice the figures make. */
export function countUnitMembers(unit: Unit, relations: Relations, asOf: string): MemberCount {
  const roster = rosterOf(unit, relations, asOf);
  const full = roster.filter((person) => stageOn(person, asOf) === 'full').length;
  const declared = unit.declared.members ?? 0;
  if (roster.length >= declared) return { all: roster.length, full };
  return { all: declared, full: declared - Math.min(declared, unit.declared.probationary ?? 0) };
}

/** Members over all units an organization covers, or by relation where that gives more. */
export function countOrgMembers(org: PartyOrg, relations: Relations, asOf: string): MemberCount {
  const stages = relatedDocuments(relations, 'people', 'peopleByOrg', org.id)
    .map((person) => stageOn(person, asOf))
    .filter(isMemberStage);
  const byRelation = { all: stages.length, full: stages.filter((stage) => stage === 'full').length };
  const units = openCovers(org, asOf).flatMap((cover) => relations.documents.units.get(cover.unitId) ?? []);
  const counts = units.map((unit) => countUnitMembers(unit, relations, asOf));
  const sum = (key: keyof MemberCount): number => counts.reduce((total, count) => total + count[key], 0);
  return { all: Math.max(byRelation.all, sum('all')), full: Math.max(byRelation.full, sum('full')) };
}
