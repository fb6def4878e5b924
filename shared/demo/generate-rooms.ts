/** Rooms: of single organizations, shared ones of townships, and those of parks and buildings. */
import type { DemoContext, DemoOrg, DemoPlaces, DemoTownship, Drafted } from './demo-model';
import { inventedPhone } from './invented-codes';
import { personName } from './invented-names';

type RoomDraft = Drafted<'partyRooms'>;

export interface Rooms {
  readonly rooms: readonly RoomDraft[];
  /** Where an organization meets: its own room or the township's centre. */
  readonly roomOf: ReadonlyMap<string, string>;
}

export function generateRooms(places: DemoPlaces, orgs: readonly DemoOrg[], context: DemoContext): Rooms {
  const { random } = context;
  const centres = new Map(places.townships.map((township) => [township.id, centreOf(township, context)]));
  const rooms: RoomDraft[] = [...centres.values()];
  const roomOf = new Map<string, string>();
  for (const demoOrg of orgs) {
    const hasOwn = random.chance(demoOrg.org.formation === 'solo' ? 0.35 + demoOrg.quality * 0.5 : 0.25);
    if (hasOwn) {
      const room = ownRoomOf(demoOrg, context);
      rooms.push(room);
      roomOf.set(demoOrg.org.id, room.id);
    } else if (random.chance(0.55)) {
      const centre = centres.get(demoOrg.township.id);
      if (centre) roomOf.set(demoOrg.org.id, centre.id);
    }
  }
  return { rooms: [...rooms, ...siteRooms(places, context)], roomOf };
}

function baseOf(orgUnitId: string, context: DemoContext) {
  const { random, newId } = context;
  return {
    id: newId(),
    orgUnitId,
    builtOn: `${random.int(2015, Number(context.asOf.slice(0, 4)) - 1)}-${String(random.int(1, 12)).padStart(2, '0')}`,
    openHours: '周一至周五 8:30—17:30',
    facilities: {
      sign: true,
      flag: true,
      books: random.chance(0.85),
      furniture: true,
      av: random.chance(0.6),
      rulesOnWall: random.chance(0.8),
    },
    contact: { name: personName(random, 'female'), phone: inventedPhone(context) },
    status: random.chance(0.96) ? ('inUse' as const) : ('repair' as const),
  };
}

function centreOf(township: DemoTownship, context: DemoContext): RoomDraft {
  return {
    ...baseOf(township.id, context),
    name: `${township.name}党群服务中心`,
    roomKind: 'serviceCentre',
    siteId: township.villageIds[0] ?? township.id,
    address: `${township.name}政府大院`,
    areaM2: context.random.int(300, 900),
    investWan: context.random.int(40, 180),
    mode: 'community',
    functions: ['党员活动室', '图书室', '谈心室', '多功能厅'],
    isShareable: true,
    isFree: true,
    isModel: true,
    status: 'inUse',
  };
}

function ownRoomOf(demoOrg: DemoOrg, context: DemoContext): RoomDraft {
  const { random } = context;
  // Some rooms are too small to count: the gap a clerk is to see.
  const areaM2 = random.chance(0.88) ? random.int(20, 120) : random.int(8, 18);
  return {
    ...baseOf(demoOrg.township.id, context),
    name: `${demoOrg.org.name.replace(/^中共/, '').replace(/(联合|总)?支部委员会|委员会$/, '')}党员活动室`,
    roomKind: 'memberRoom',
    hostPartyOrgId: demoOrg.org.id,
    unitId: demoOrg.org.hostUnitId ?? null,
    address: '单位办公楼',
    areaM2,
    investWan: Math.round(areaM2 * random.int(3, 9)) / 100,
    mode: 'own',
    functions: ['党员活动室'],
    isShareable: areaM2 > 80,
    isFree: areaM2 > 80 ? true : null,
  };
}

const siteWithoutRoom = '创业大厦';

/** Parks, buildings, streets and markets have a station; one is still without. */
function siteRooms(places: DemoPlaces, context: DemoContext): RoomDraft[] {
  return places.orgUnits
    .filter((place) => ['park', 'building', 'street', 'market'].includes(place.level))
    .filter((place) => place.name !== siteWithoutRoom)
    .map((place) => ({
      ...baseOf(place.id, context),
      name: `${place.name}党建工作站`,
      roomKind: 'workStation' as const,
      siteId: place.id,
      address: place.name,
      areaM2: context.random.int(60, 240),
      mode: 'shared' as const,
      isShareable: true,
      isFree: true,
    }));
}
