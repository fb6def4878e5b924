/**
 * Which units' facts an edit can change. Errs on the wide side, never on the narrow one: the property tests compare
 * the result of updating only these with a full recount.
 */
import { isSame } from '@shared/domain/changes';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { type Relations, related, relatedDocuments } from '@shared/rules/relations';

type TouchOf = {
  readonly [C in CollectionName]: (
    touched: Set<string>,
    document: DocumentOf<C>,
    relations: Relations,
  ) => void;
};

const touchOf: TouchOf = {
  units: (touched, unit) => touched.add(unit.id),
  partyOrgs: (touched, org, relations) => {
    for (const cover of Object.values(org.covers)) touched.add(cover.unitId);
    if (org.hostUnitId !== null) touched.add(org.hostUnitId);
    for (const person of relatedDocuments(relations, 'people', 'peopleByOrg', org.id))
      if (person.workUnitId !== null) touched.add(person.workUnitId);
  },
  people: touchPerson,
  instructors: (touched, instructor) => {
    for (const one of Object.values(instructor.assignments)) touched.add(one.unitId);
  },
  partyRooms: (touched, room, relations) => {
    if (room.unitId !== null) touched.add(room.unitId);
    touchOrg(touched, room.hostPartyOrgId, relations);
    for (const activity of relatedDocuments(relations, 'activities', 'activitiesByRoom', room.id))
      touchOrg(touched, activity.partyOrgId, relations);
    for (const record of relatedDocuments(relations, 'records', 'recordsByRoom', room.id))
      if (record.kind === 'booking') touchOrg(touched, record.partyOrgId, relations);
  },
  activities: (touched, activity, relations) => touchOrg(touched, activity.partyOrgId, relations),
  records: (touched, record, relations) => {
    if ('unitId' in record && record.unitId !== null) touched.add(record.unitId);
    if ('partyOrgId' in record) touchOrg(touched, record.partyOrgId, relations);
  },
  cases: (touched, item, relations) => {
    if ('partyOrgId' in item) touchOrg(touched, item.partyOrgId, relations);
    const person = relations.documents.people.get(item.kind === 'pairing' ? item.memberId : item.personId);
    if (person) touchPerson(touched, person, relations);
  },
  assessments: (touched, item, relations) => {
    if (item.kind === 'sixAssessment') touched.add(item.unitId);
    if (item.kind === 'scoreSheet') touchOrg(touched, item.partyOrgId, relations);
  },
  orgUnits: (touched, site, relations) => {
    for (const id of related(relations, 'unitsBySite', site.id)) touched.add(id);
  },
  settings: () => {},
  conflicts: () => {},
};

/** Units that count something of an organization: the covered ones and its host. */
function touchOrg(touched: Set<string>, orgId: string | null, { documents }: Relations): void {
  const org = orgId === null ? undefined : documents.partyOrgs.get(orgId);
  if (!org) return;
  for (const cover of Object.values(org.covers)) touched.add(cover.unitId);
  if (org.hostUnitId !== null) touched.add(org.hostUnitId);
}

/** People count where they work or at the seat of their organization, which may be any unit under it. */
function touchPerson(touched: Set<string>, person: Person, relations: Relations): void {
  if (person.workUnitId !== null) touched.add(person.workUnitId);
  touchOrg(touched, person.relationOrgId, relations);
}

/** Adds the units whose facts depend on this document as it stands in `relations`. */
export function touchUnits<C extends CollectionName>(
  touched: Set<string>,
  collection: C,
  document: DocumentOf<C>,
  relations: Relations,
): void {
  touchOf[collection](touched, document, relations);
}

/** Fields of a unit that decide whether it is in scope; a change may move the seat of its organizations. */
const scopeFields = [
  'status',
  'statusSince',
  'pastStatuses',
  'foundedOn',
  'headUnitId',
  'uscc',
  'unitType',
  'deletedAt',
] as const satisfies readonly (keyof Unit)[];

/** Adds all units that share an organization with this one, when its scope may have changed. */
export function touchNeighbours(
  touched: Set<string>,
  before: Unit | null,
  after: Unit | null,
  relations: Relations,
): void {
  const unit = after ?? before;
  if (!unit) return;
  if (before && after && scopeFields.every((name) => isSame(before[name], after[name]))) return;
  for (const name of ['orgsByUnit', 'orgsByHost'] as const)
    for (const orgId of related(relations, name, unit.id)) touchOrg(touched, orgId, relations);
}
