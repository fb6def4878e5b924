/** Everything the facts of some units depend on, read by following links outwards from the units. */
import { type CollectionName, collectionNames, type Register } from '@shared/domain/collections';
import { everyUnit, type FactLinkName } from '@shared/figures/fact-links';
import type { Queryable } from '../../db/database';
import type { DocumentKey } from '../../repositories/documents';
import { listNamed, listNaming } from '../../repositories/facts/fact-links';
import { listDocumentsEver } from '../../repositories/facts/facts-documents';
import { readDocument } from './read-document';

type Ids = ReadonlySet<string>;
export type Found = Readonly<Partial<Record<CollectionName, Ids>>>;

/** Documents about the units, deleted ones too; those that were never written are left out. */
export async function loadNeighbourhood(
  on: Queryable,
  countyId: string,
  unitIds: Ids,
): Promise<Partial<Register>> {
  return loadDocuments(on, countyId, await findNeighbours(on, countyId, unitIds));
}

export async function loadDocuments(
  on: Queryable,
  countyId: string,
  found: Found,
): Promise<Partial<Register>> {
  const keys = collectionNames.flatMap((collection): DocumentKey[] =>
    [...(found[collection] ?? [])].map((id) => ({ collection, id })),
  );
  const lists = Object.fromEntries(collectionNames.map((name) => [name, [] as unknown[]]));
  for (const { collection, body } of await listDocumentsEver(on, countyId, keys)) {
    const document = readDocument(collection, body);
    // An unreadable one was reported when it came (update-facts.ts).
    if (document) lists[collection]?.push(document);
  }
  // Every document was put into the list of its own collection.
  return lists as unknown as Register;
}

/** Which documents each derivation of shared/figures asks for, step by step. */
async function findNeighbours(on: Queryable, countyId: string, units: Ids): Promise<Found> {
  const naming = (keys: Ids, ...names: FactLinkName[]) => listNaming(on, countyId, names, keys);
  const named = (documents: Ids, ...names: FactLinkName[]) => listNamed(on, countyId, names, documents);

  const orgs = await naming(units, 'orgsByUnit', 'orgsByHost');
  const activities = await naming(orgs, 'activitiesByOrg');
  const records = union(await naming(units, 'recordsByUnit'), await naming(orgs, 'recordsByOrg'));
  const people = union(await naming(units, 'peopleByUnit'), await naming(orgs, 'peopleByOrg'));
  return {
    // Neighbours under the same organizations: whether they are in scope decides who is the seat.
    units: union(units, await named(orgs, 'orgsByUnit', 'orgsByHost')),
    // Members who work here but belong elsewhere: whether that organization is still there.
    partyOrgs: union(orgs, await named(people, 'peopleByOrg')),
    people,
    instructors: await naming(units, 'instructorsByUnit'),
    partyRooms: union(
      await naming(units, 'roomsByUnit'),
      await naming(orgs, 'roomsByOrg'),
      await named(activities, 'activitiesByRoom'),
      await named(records, 'recordsByRoom'),
    ),
    activities,
    records,
    cases: union(await naming(people, 'casesByPerson'), await naming(orgs, 'casesByOrg')),
    assessments: union(await naming(units, 'assessmentsByUnit'), await naming(orgs, 'assessmentsByOrg')),
    orgUnits: await named(units, 'unitsBySite'),
    settings: await loadRules(on, countyId),
  };
}

/** Ids of all rule and criteria sets. */
export const loadRules = (on: Queryable, countyId: string): Promise<Ids> =>
  listNaming(on, countyId, ['rules'], [everyUnit]);

export const union = (...sets: readonly Ids[]): Ids => new Set(sets.flatMap((set) => [...set]));
