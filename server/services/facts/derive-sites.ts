/** Rows of `site_facts` from documents. */
import type { Register } from '@shared/domain/collections';
import type { PlaceFacts } from '@shared/figures/sites-over-time';
import { sitesOverTime } from '@shared/figures/sites-over-time';
import type { Queryable } from '../../db/database';
import { listNamed, listNaming } from '../../repositories/facts/fact-links';
import { listIdsEver } from '../../repositories/facts/facts-documents';
import type { DueDay } from '../../repositories/facts/facts-state';
import type { SiteFactsRow } from '../../repositories/facts/site-facts';
import { firstFactsDay } from './derive-units';
import { loadDocuments, loadRules, union } from './neighbourhood';

type Ids = ReadonlySet<string>;

/** The sites with their rooms, the rooms of units in them, and all places: there are few, and any may lie above. */
export async function loadSiteNeighbourhood(
  on: Queryable,
  countyId: string,
  siteIds: Ids,
): Promise<Partial<Register>> {
  const unitsHere = await listNaming(on, countyId, ['unitsBySite'], siteIds);
  const roomsOfUnits = await listNaming(on, countyId, ['roomsByUnit'], unitsHere);
  const housed = await listNamed(on, countyId, ['roomsByUnit'], roomsOfUnits);
  return loadDocuments(on, countyId, {
    orgUnits: await listIdsEver(on, countyId, 'orgUnits'),
    partyRooms: union(await listNaming(on, countyId, ['roomsBySite'], siteIds), roomsOfUnits),
    units: new Set([...housed].filter((id) => unitsHere.has(id))),
    settings: await loadRules(on, countyId),
  });
}

/** Sites that a change of these rooms or units can have changed. */
export async function findTouchedSites(
  on: Queryable,
  countyId: string,
  changed: { readonly partyRooms: Ids; readonly units: Ids },
): Promise<Ids> {
  const roomsOfUnits = await listNaming(on, countyId, ['roomsByUnit'], changed.units);
  const rooms = union(changed.partyRooms, roomsOfUnits);
  const housed = await listNamed(on, countyId, ['roomsByUnit'], rooms);
  return union(
    await listNamed(on, countyId, ['roomsBySite'], changed.partyRooms),
    await listNamed(on, countyId, ['unitsBySite'], housed),
  );
}

export interface DerivedSites {
  readonly rows: readonly SiteFactsRow[];
  readonly due: readonly DueDay[];
}

export function deriveSites(register: Partial<Register>, siteIds: Ids, today: string): DerivedSites {
  const { runs, nextOn } = sitesOverTime({
    siteIds,
    register,
    first: firstFactsDay,
    last: today,
    keep: (facts, { ruleSet }) => ({ ...placeOf(facts), ruleSetVersion: ruleSet.version }),
    isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return {
    rows: [...runs.values()].flat().map(({ from, to, kept }) => ({ ...kept, validFrom: from, validTo: to })),
    due: [...siteIds].map((id) => ({ id, dueOn: nextOn })),
  };
}

const placeOf = ({ siteId, level, townshipId, isDue, hasRoom }: PlaceFacts): PlaceFacts => ({
  siteId,
  level,
  townshipId,
  isDue,
  hasRoom,
});
