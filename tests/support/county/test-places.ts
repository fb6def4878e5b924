/** The places of the test county. */
import type { Environment } from '@server/services/environment';

export const placeIds = {
  county: 'P-COUNTY',
  township: 'P-TOWN-1',
  otherTownship: 'P-TOWN-2',
  village: 'P-VILLAGE-1',
  otherVillage: 'P-VILLAGE-2',
} as const;
export type TestPlace = keyof typeof placeIds;

const { county, township, otherTownship, village, otherVillage } = placeIds;
const places = [
  { id: county, name: '测试县', level: 'county', ancestors: [county] },
  { id: township, name: '东溪镇', level: 'township', ancestors: [county, township] },
  { id: otherTownship, name: '西岭镇', level: 'township', ancestors: [county, otherTownship] },
  { id: village, name: '上河村', level: 'village', ancestors: [county, township, village] },
  { id: otherVillage, name: '下河村', level: 'village', ancestors: [county, otherTownship, otherVillage] },
];

export async function createTestPlaces({ database, now }: Environment): Promise<void> {
  await database.query('insert into counties (county_id, name, created_at) values ($1, $2, $3)', [
    county,
    '测试县',
    now(),
  ]);
  await database.query('insert into epochs (county_id, ordinal, epoch, started_at) values ($1, 0, $2, $3)', [
    county,
    'EPOCH-1',
    now(),
  ]);
  for (const { id, name, level, ancestors } of places) {
    await database.query(
      `insert into org_tree (county_id, org_unit_id, parent_id, level, name, ancestors)
        values ($1, $2, $3, $4, $5, $6)`,
      [county, id, ancestors.at(-2) ?? null, level, name, ancestors],
    );
  }
}
