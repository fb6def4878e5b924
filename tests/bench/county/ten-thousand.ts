/** What the county of the sync benches holds: 10,000 documents of every kind, and the hundred devices that come back. */
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import { collectionNames, type Register } from '@shared/domain/collections';

export const documentCount = 10_000;
export const crowdSize = 100;
export const editsPerDevice = 20;
const madeAt = '2026-06-30T08:00:00.000Z';

/** The demo county with a part of its activities and records, evenly over all places and years. */
export function tenThousand(): Register {
  const whole = registerOf({ ...generateDemoCounty(demoSeed, '2026-06-30'), settings: [] }, madeAt);
  const others = collectionNames.filter((name) => name !== 'activities' && name !== 'records');
  const wanted = documentCount - others.reduce((sum, name) => sum + whole[name].length, 0);
  const share = wanted / (whole.activities.length + whole.records.length);
  const activities = spread(whole.activities, Math.round(whole.activities.length * share));
  const records = spread(whole.records, wanted - activities.length);
  return { ...whole, activities, records };
}

const spread = <T>(all: readonly T[], count: number): T[] =>
  all.filter((_, i) => Math.floor((i * count) / all.length) !== Math.floor(((i - 1) * count) / all.length));

/** One device of the crowd: where it stands, and the records it has worked on without a network. */
export interface CrowdDevice {
  readonly townshipId: string;
  readonly activityIds: readonly string[];
}

/** No two of them have worked on the same record. */
export function crowdOf(register: Register): CrowdDevice[] {
  const byTownship = new Map<string, string[]>();
  for (const { id, orgUnitId } of register.activities) {
    const townshipId = townshipOf(register.orgUnits, orgUnitId);
    byTownship.set(townshipId, [...(byTownship.get(townshipId) ?? []), id]);
  }
  const devices = [...byTownship].flatMap(([townshipId, ids]) =>
    Array.from({ length: Math.floor(ids.length / editsPerDevice) }, (_, i): CrowdDevice => {
      return { townshipId, activityIds: ids.slice(i * editsPerDevice, (i + 1) * editsPerDevice) };
    }),
  );
  return devices.slice(0, crowdSize);
}

function townshipOf(orgUnits: Register['orgUnits'], placeId: string): string {
  const place = orgUnits.find(({ id }) => id === placeId);
  if (place === undefined) throw new Error(`a record lies in ${placeId}, which is no place`);
  return place.level === 'county' || place.level === 'township' || place.parentId === null
    ? place.id
    : townshipOf(orgUnits, place.parentId);
}
