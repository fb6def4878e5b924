import type { CollectionName } from '@shared/domain/collections';

/**
 * Version of each collection's database schema. A change of shape needs the next number here and a migration
 * beside it; tests/unit/data/rx-schema.test.ts compares the shapes with the recorded ones and says so.
 */
export const schemaVersions: Readonly<Record<CollectionName, number>> = {
  units: 0,
  partyOrgs: 0,
  people: 0,
  instructors: 0,
  partyRooms: 0,
  activities: 0,
  records: 0,
  cases: 0,
  assessments: 0,
  orgUnits: 0,
  settings: 0,
  conflicts: 0,
};
