/** Where a person counts: by formal relation, and by work (P16). The one place that judges it, for checks and figures. */
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { isMemberStage, stageOn } from './member-stage';
import { coverOf, isActiveOrg } from './org-state';
import { type Relations, related } from './relations';
import { seatOf } from './seat';
import type { ValidationContext } from './validation';

/** Where a person counts, seen from one unit. */
export interface Belonging {
  /** Formal relation counts here. */
  readonly isHere: boolean;
  /** Works here, wherever the relation is. */
  readonly isWorking: boolean;
}

/**
 * The relation counts for the unit when the organization holding it covers the unit (or is gone, or was never
 * recorded) and the person works there; people of that organization who work nowhere under it count at its seat.
 */
export function belongingOf(person: Person, unit: Unit, context: ValidationContext): Belonging {
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

/** Ids of everybody who may count for a unit: who works there, and members of organizations that ever covered it. */
export function peopleAbout(unitId: string, relations: Relations): ReadonlySet<string> {
  const workers = related(relations, 'peopleByUnit', unitId);
  const orgIds = related(relations, 'orgsByUnit', unitId);
  // Most units of a register have no roster yet.
  if (orgIds.size === 0) return workers;
  const ids = new Set(workers);
  for (const orgId of orgIds) for (const id of related(relations, 'peopleByOrg', orgId)) ids.add(id);
  return ids;
}

/** Members whose relation counts for the unit on the day. */
export function rosterOf(unit: Unit, context: ValidationContext): Person[] {
  const { relations, asOf } = context;
  const found: Person[] = [];
  for (const id of peopleAbout(unit.id, relations)) {
    const person = relations.documents.people.get(id);
    if (person && isMemberStage(stageOn(person, asOf)) && belongingOf(person, unit, context).isHere)
      found.push(person);
  }
  return found;
}
