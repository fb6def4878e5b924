/** The places of the test county. */
import type { Environment } from '@server/services/environment';
import { createCounty } from '@server/services/org-tree/county-office';

export const placeIds = {
  county: 'P-COUNTY',
  township: 'P-TOWN-1',
  otherTownship: 'P-TOWN-2',
  village: 'P-VILLAGE-1',
  otherVillage: 'P-VILLAGE-2',
} as const;
export type TestPlace = keyof typeof placeIds;

export async function createTestPlaces(environment: Environment): Promise<void> {
  const { county, township, otherTownship, village, otherVillage } = placeIds;
  const { answers } = await createCounty(environment, {
    id: county,
    name: '测试县',
    orgUnits: [
      { id: township, name: '东溪镇', level: 'township', parentId: county },
      { id: otherTownship, name: '西岭镇', level: 'township', parentId: county },
      { id: village, name: '上河村', level: 'village', parentId: township },
      { id: otherVillage, name: '下河村', level: 'village', parentId: otherTownship },
    ],
  });
  const refused = answers.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(`a place was not taken: ${JSON.stringify(refused)}`);
}
