/**
 * Which units' facts some changed documents can have changed, on any day: the server's `touchUnits`, over links instead
 * of the whole register. Errs on the wide side.
 */
import type { CollectionName } from '@shared/domain/collections';
import type { FactLinkName } from '@shared/figures/fact-links';
import type { Queryable } from '../../db/database';
import { listNamed, listNaming } from '../../repositories/facts/fact-links';
import { listSeatsOf } from '../../repositories/facts/unit-facts';
import { union } from './neighbourhood';

type Ids = ReadonlySet<string>;

/** @param changed ids of the changed documents by collection; followed by the links that are stored */
export async function findTouchedUnits(
  on: Queryable,
  countyId: string,
  changed: Readonly<Partial<Record<CollectionName, Ids>>>,
): Promise<Ids> {
  const of = (collection: CollectionName): Ids => changed[collection] ?? new Set<string>();
  const naming = (keys: Ids, ...names: FactLinkName[]) => listNaming(on, countyId, names, keys);
  const named = (documents: Ids, ...names: FactLinkName[]) => listNamed(on, countyId, names, documents);

  // Members and reserves count where they work and at the seat of their organization, nowhere else under it.
  const people = union(of('people'), await named(of('cases'), 'casesByPerson'));
  const seatedOrgs = union(await named(people, 'peopleByOrg'), await named(of('cases'), 'casesByOrg'));
  const seats = await listSeatsOf(on, countyId, [...seatedOrgs], [...(await unitsOf(named, seatedOrgs))]);

  const orgs = await findTouchedOrgs(of, naming, named);
  const members = await naming(of('partyOrgs'), 'peopleByOrg');
  return union(
    of('units'),
    await unitsOf(named, orgs),
    await named(union(people, members), 'peopleByUnit'),
    new Set(seats),
    await named(of('instructors'), 'instructorsByUnit'),
    await named(of('partyRooms'), 'roomsByUnit'),
    await named(of('records'), 'recordsByUnit'),
    await named(of('assessments'), 'assessmentsByUnit'),
    await naming(of('orgUnits'), 'unitsBySite'),
  );
}

type Follow = (ids: Ids, ...names: FactLinkName[]) => Promise<Ids>;

const unitsOf = (named: Follow, orgs: Ids): Promise<Ids> => named(orgs, 'orgsByUnit', 'orgsByHost');

/** Organizations of which something counts in every unit under them. */
async function findTouchedOrgs(
  of: (collection: CollectionName) => Ids,
  naming: Follow,
  named: Follow,
): Promise<Ids> {
  const rooms = of('partyRooms');
  const activities = union(of('activities'), await naming(rooms, 'activitiesByRoom'));
  const records = union(of('records'), await naming(rooms, 'recordsByRoom'));
  return union(
    of('partyOrgs'),
    // A unit that comes into scope or leaves it may hand the seat on.
    await naming(of('units'), 'orgsByUnit', 'orgsByHost'),
    await named(rooms, 'roomsByOrg'),
    await named(activities, 'activitiesByOrg'),
    await named(records, 'recordsByOrg'),
    await named(of('assessments'), 'assessmentsByOrg'),
  );
}
