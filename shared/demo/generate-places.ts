/** The invented county: six townships with villages, parks, buildings, a street and a market. */
import type { DemoContext, DemoPlaces, DemoTownship, Drafted } from './demo-model';
import { inventedDivision } from './invented-codes';

export const demoCountyName = '青澜县';

const townships = [
  { name: '青溪镇', code: '100', villages: ['东河村', '上塘村', '柳坪村', '大湾村', '青溪社区'] },
  { name: '南岭镇', code: '101', villages: ['岭下村', '石坝村', '新岗村', '枫林村', '南岭社区'] },
  { name: '白塔镇', code: '102', villages: ['塔前村', '西塘村', '小冲村', '竹园村'] },
  { name: '石桥镇', code: '103', villages: ['桥头村', '古渡村', '下河村', '桃源村', '石桥社区'] },
  { name: '柳湾乡', code: '200', villages: ['柳湾村', '茶山村', '云坪村'] },
  { name: '云山街道', code: '001', villages: ['云山社区', '澜江社区', '文昌社区', '河西社区'] },
] as const;

type Site = readonly [township: string, level: Drafted<'orgUnits'>['level'], name: string];
const sites: readonly Site[] = [
  ['青溪镇', 'park', '青澜经济开发区'],
  ['南岭镇', 'park', '南岭农产品加工园'],
  ['白塔镇', 'park', '白塔工业园'],
  ['石桥镇', 'market', '石桥建材市场'],
  ['云山街道', 'building', '云山大厦'],
  ['云山街道', 'building', '澜江国际'],
  ['云山街道', 'building', '青澜商务中心'],
  ['云山街道', 'street', '澜江步行街'],
  ['青溪镇', 'building', '创业大厦'],
];

export function generatePlaces(context: DemoContext): DemoPlaces {
  const countyId = context.newId();
  const county: Drafted<'orgUnits'> = {
    id: countyId,
    orgUnitId: countyId,
    name: demoCountyName,
    level: 'county',
    divisionCode: inventedDivision,
  };
  const made = townships.map((plan) => generateTownship(plan, countyId, context));
  return {
    countyId,
    countyName: demoCountyName,
    townships: made.map((one) => one.township),
    orgUnits: [county, ...made.flatMap((one) => one.orgUnits)],
  };
}

function generateTownship(
  plan: (typeof townships)[number],
  countyId: string,
  context: DemoContext,
): { township: DemoTownship; orgUnits: Drafted<'orgUnits'>[] } {
  const id = context.newId();
  const divisionCode = inventedDivision + plan.code;
  const village = (name: string, index: number): Drafted<'orgUnits'> => {
    const own = context.newId();
    const serial = name.endsWith('社区') ? index + 1 : 200 + index;
    return {
      id: own,
      orgUnitId: own,
      name,
      level: 'village',
      parentId: id,
      divisionCode: divisionCode + String(serial).padStart(3, '0'),
    };
  };
  const villages = plan.villages.map(village);
  const places = sites
    .filter(([township]) => township === plan.name)
    .map((site) => generateSite(site, id, context));
  const idsOf = (level: string) => places.filter((place) => place.level === level).map((place) => place.id);
  return {
    township: {
      id,
      name: plan.name,
      shortName: plan.name.replace(/镇|乡|街道/, ''),
      villageIds: villages.map((one) => one.id),
      parkIds: idsOf('park'),
      buildingIds: idsOf('building'),
    },
    orgUnits: [
      { id, orgUnitId: id, name: plan.name, level: 'township', parentId: countyId, divisionCode },
      ...villages,
      ...places,
    ],
  };
}

function generateSite(
  [, level, name]: Site,
  townshipId: string,
  { random, newId }: DemoContext,
): Drafted<'orgUnits'> {
  const id = newId();
  return {
    id,
    orgUnitId: id,
    name,
    level,
    parentId: townshipId,
    parkGrade: level === 'park' ? (name.endsWith('开发区') ? 'city' : 'district') : null,
    leadBody: level === 'park' ? `${name}党工委` : null,
    occupancyPct: level === 'building' ? random.int(42, 96) : null,
    turnoverYi: level === 'market' ? random.int(3, 12) : null,
    openedOn: `${random.int(2008, 2021)}`,
  };
}
