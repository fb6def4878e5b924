/** Under which keys a document is found: the whole definition of the indexes of `Relations`, per collection. */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { IndexName } from '@shared/rules/relations';

export type KeyPair = readonly [index: IndexName, key: string];
type KeysOf = { readonly [C in CollectionName]: (document: DocumentOf<C>) => KeyPair[] };

/** Pairs for the keys that are filled in. */
const pairs = (...found: readonly (readonly [IndexName, string | null | undefined])[]): KeyPair[] =>
  found.flatMap(([name, key]) =>
    key === null || key === undefined || key === '' ? [] : [[name, key] as const],
  );
const nothing = (): KeyPair[] => [];
const unitsOf = (entries: Readonly<Record<string, { readonly unitId: string }>>): string[] =>
  Object.values(entries).map((entry) => entry.unitId);

const keysOf: KeysOf = {
  units: (unit) => [
    ...pairs(
      ['unitsByUscc', unit.uscc],
      ['unitsByName', unit.name],
      ['branchOfficesByUnit', unit.headUnitId],
    ),
    ...unit.siteIds.map((id) => ['unitsBySite', id] as const),
  ],
  partyOrgs: (org) => [
    ...pairs(['orgsByHost', org.hostUnitId]),
    ...unitsOf(org.covers).map((id) => ['orgsByUnit', id] as const),
  ],
  people: (person) =>
    pairs(
      ['peopleByUnit', person.workUnitId],
      ['peopleByOrg', person.relationOrgId],
      ['peopleByIdNo', person.idNo],
    ),
  instructors: (instructor) =>
    unitsOf(instructor.assignments).map((id) => ['instructorsByUnit', id] as const),
  partyRooms: (room) =>
    pairs(['roomsByUnit', room.unitId], ['roomsByOrg', room.hostPartyOrgId], ['roomsBySite', room.siteId]),
  activities: (activity) =>
    pairs(['activitiesByOrg', activity.partyOrgId], ['activitiesByRoom', activity.roomId]),
  records: (record) =>
    pairs(
      ['recordsByUnit', 'unitId' in record ? record.unitId : null],
      ['recordsByOrg', 'partyOrgId' in record ? record.partyOrgId : null],
      ['recordsByPerson', 'personId' in record ? record.personId : null],
      ['recordsByRoom', record.kind === 'booking' ? record.roomId : null],
    ),
  cases: (item) =>
    pairs(
      ['casesByOrg', 'partyOrgId' in item ? item.partyOrgId : null],
      ['casesByPerson', item.kind === 'pairing' ? item.memberId : item.personId],
    ),
  assessments: (item) =>
    pairs(
      ['assessmentsByUnit', item.kind === 'sixAssessment' ? item.unitId : null],
      ['assessmentsByOrg', item.kind === 'scoreSheet' ? item.partyOrgId : null],
    ),
  orgUnits: nothing,
  settings: nothing,
  conflicts: nothing,
};

/** Index entries of one document. */
export const indexKeysOf = <C extends CollectionName>(collection: C, document: DocumentOf<C>): KeyPair[] =>
  keysOf[collection](document);
