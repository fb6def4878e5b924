/** Random content for a document of each kind that facts are derived from, all about the same few units. */
import type { Random } from '@shared/demo/random';
import type { CollectionName } from '@shared/domain/collections';
import { formations, orgTiers, posts } from '@shared/domain/party-org';
import { personStages } from '@shared/domain/person';
import { unitStatuses } from '@shared/domain/unit';
import { addDays, firstDayOf } from '@shared/lib/day';
import type { Draft } from '../build-documents';
import { anySetting } from './draft-settings';
import { anyDate, anyDay, anyFlag, anyMap, anySpan, maybe } from './values';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
export const idsOf = {
  units: ids('u', 6),
  partyOrgs: ids('o', 4),
  people: ids('p', 9),
  instructors: ids('i', 2),
  partyRooms: ids('r', 3),
  activities: ids('a', 14),
  records: ids('rec', 16),
  cases: ids('c', 6),
  assessments: ids('s', 5),
  orgUnits: ['county', 't1', 'v1', 'park1', 'building1'],
  settings: ids('set', 3),
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;
export type WildCollection = keyof typeof idsOf;
type Drafts = { readonly [C in WildCollection]: (random: Random, id: string) => Draft<C> };

const unitId = (random: Random) => random.pick(idsOf.units);
const orgId = (random: Random) => random.pick(idsOf.partyOrgs);
const keysOf = <K extends string>(labels: Readonly<Record<K, string>>) => Object.keys(labels) as K[];
/** Half of the relations simply hold, so that what hangs on them is seen. */
const mostlyOpen = (random: Random) => (random.chance(0.5) ? { from: null, to: null } : anySpan(random));
const massOrg = (random: Random) => ({ has: anyFlag(random), since: maybe(random, () => anyDate(random)) });

export const drafts: Drafts = {
  units: (random, id) => ({
    id,
    unitType: random.pick(['enterprise', 'enterprise', 'enterprise', 'socialOrg', 'individualBusiness']),
    name: `单位${id}`,
    uscc: maybe(random, () => id),
    headUnitId: maybe(random, () => unitId(random), 0.1),
    townshipId: random.pick(['t1', 't2']),
    siteIds: random.shuffled(['v1', 'park1', 'building1']).slice(random.int(0, 3)),
    industryCode: random.pick(['C17', 'F51', 'I65', null]),
    staff: maybe(random, () => random.int(0, 150)),
    revenueWan: maybe(random, () => random.int(100, 3000)),
    aboveScale: anyFlag(random),
    aboveScaleBasis: random.pick(['stat', 's1_2', null]),
    foundedOn: maybe(random, () => anyDate(random), 0.2),
    status: random.chance(0.6) ? 'operating' : random.pick(keysOf(unitStatuses.labels)),
    statusSince: maybe(random, () => anyDate(random)),
    pastStatuses: Object.fromEntries(
      Array.from({ length: random.int(0, 2) }, () => [
        anyDate(random),
        random.pick(keysOf(unitStatuses.labels)),
      ]),
    ),
    massOrgs: { union: massOrg(random), league: massOrg(random), women: massOrg(random) },
    declared: {
      members: maybe(random, () => random.int(0, 4), 0.3),
      hasInstructor: anyFlag(random),
      venueAreaM2: maybe(random, () => random.int(5, 40), 0.3),
      isFundsBudgeted: anyFlag(random),
    },
  }),
  partyOrgs: (random, id) => ({
    id,
    name: `中共支部${id}`,
    tier: random.pick([...keysOf(orgTiers.labels), null]),
    formation: random.pick([...keysOf(formations.labels), 'joint', 'solo', null]),
    hostUnitId: maybe(random, () => unitId(random)),
    covers: anyMap(random, 4, () => ({ unitId: unitId(random), ...mostlyOpen(random) })),
    foundedOn: maybe(random, () => anyDate(random), 0.3),
    termYears: random.pick([null, 1, 2]),
    termStart: maybe(random, () => anyDate(random)),
    postponedTo: maybe(random, () => anyDay(random), 0.3),
    posts: anyMap(random, 2, () => ({
      personId: null,
      name: '某',
      post: random.pick(['secretary', 'secretary', ...keysOf(posts.labels)]),
      ...mostlyOpen(random),
    })),
    secretarySource: random.pick(['owner', 'hired', null]),
    status: random.pick(['active', 'active', 'active', 'weak', 'dissolved']),
    statusSince: maybe(random, () => anyDate(random)),
  }),
  people: (random, id) => ({
    id,
    name: `党员${id}`,
    stage: random.pick(['full', 'full', ...keysOf(personStages.labels)]),
    stageSince: maybe(random, () => anyDate(random), 0.4),
    relationOrgId: maybe(random, () => orgId(random), 0.8),
    relationFrom: maybe(random, () => anyDate(random), 0.4),
    workUnitId: maybe(random, () => unitId(random), 0.7),
    workFrom: maybe(random, () => anyDate(random), 0.4),
    birthOn: maybe(random, () => `${random.int(1988, 1991)}${anyDay(random).slice(4)}`, 0.7),
    education: random.pick(['bachelor', 'juniorHigh', null]),
    isFullTime: anyFlag(random),
    joinedOn: maybe(random, () => anyDate(random), 0.7),
    fullOn: maybe(random, () => anyDate(random), 0.5),
    floatState: random.pick(['out', 'none', null]),
    suspendedOn: maybe(random, () => anyDate(random), 0.1),
    exit: maybe(random, () => ({ kind: 'transferred' as const, on: anyDate(random), doc: null }), 0.2),
    training: anyMap(random, 3, () => ({ on: anyDate(random), hours: 16, kind: null, provider: null })),
  }),
  instructors: (random, id) => ({
    id,
    name: `指导员${id}`,
    role: random.pick(['instructor', 'liaison']),
    leftOn: maybe(random, () => anyDate(random), 0.2),
    assignments: anyMap(random, 3, () => ({ unitId: unitId(random), ...anySpan(random) })),
  }),
  partyRooms: (random, id) => ({
    id,
    name: `活动室${id}`,
    hostPartyOrgId: maybe(random, () => orgId(random)),
    unitId: maybe(random, () => unitId(random)),
    siteId: random.pick(['park1', 'building1', null]),
    areaM2: random.int(5, 60),
    mode: random.pick(['own', 'shared', null]),
    isShareable: anyFlag(random),
    facilities: {
      sign: anyFlag(random),
      flag: anyFlag(random),
      books: anyFlag(random),
      furniture: anyFlag(random),
      av: null,
      rulesOnWall: null,
    },
    builtOn: maybe(random, () => anyDate(random)),
    status: random.pick(['inUse', 'inUse', 'closed']),
    statusSince: maybe(random, () => anyDate(random)),
  }),
  activities: (random, id) => ({
    id,
    kinds: [random.pick(['general', 'lecture'])],
    partyOrgId: orgId(random),
    roomId: maybe(random, () => random.pick(idsOf.partyRooms)),
    startOn: `${anyDay(random)}${random.chance(0.5) ? 'T09:00' : ''}`,
    topic: '学习',
    dueCount: maybe(random, () => 10, 0.9),
    presentCount: maybe(random, () => random.int(3, 9), 0.9),
  }),
  records: anyRecord,
  cases: (random, id) =>
    random.chance(0.6)
      ? {
          id,
          kind: 'floatRecord',
          personId: random.pick(idsOf.people),
          direction: random.pick(['out', 'in']),
          scope: random.pick(['inCounty', 'abroad', null]),
          since: maybe(random, () => anyDate(random)),
          returnedOn: maybe(random, () => anyDate(random), 0.4),
        }
      : {
          id,
          kind: 'reserveSecretary',
          partyOrgId: orgId(random),
          personId: random.pick(idsOf.people),
          since: anyDate(random),
          until: maybe(random, () => anyDate(random), 0.4),
        },
  assessments: anyAssessment,
  orgUnits: (random, id) => ({
    id,
    name: id,
    level: levelOf(random, id),
    parentId: id === 'county' ? null : id === 't1' ? 'county' : 't1',
    occupancyPct: random.pick([20, 80, null]),
    openedOn: maybe(random, () => anyDate(random), 0.3),
  }),
  settings: anySetting,
};

function anyAssessment(random: Random, id: string): Draft<'assessments'> {
  const judged = () => ({ manual: anyFlag(random), evidenceIds: [], note: null });
  if (random.chance(0.6))
    return {
      id,
      kind: 'sixAssessment',
      unitId: unitId(random),
      criteriaSetId: random.pick(['sixHavesA', 'sixHavesA', 'set2']),
      period: '2025',
      on: anyDay(random),
      items: { hasOrg: judged(), hasRules: judged() },
    };
  return {
    id,
    kind: 'scoreSheet',
    partyOrgId: orgId(random),
    year: random.int(2024, 2026),
    items: { a: { name: '项', max: 100, self: null, checked: random.int(40, 90), evidence: null } },
  };
}

function levelOf(random: Random, id: string): Draft<'orgUnits'>['level'] {
  if (id === 'county') return 'county';
  if (id === 't1') return 'township';
  return random.pick(['village', 'park', 'building']);
}

function anyRecord(random: Random, id: string): Draft<'records'> {
  const on = anyDate(random);
  switch (random.int(0, 4)) {
    case 0:
      return {
        id,
        kind: 'visit',
        on,
        unitId: unitId(random),
        byKind: 'instructor',
        by: '某',
        instructorId: random.pick(['i0', 'i1', null]),
        mode: 'onSite',
      };
    case 1:
      return {
        id,
        kind: 'fund',
        on,
        partyOrgId: orgId(random),
        year: random.int(2024, 2026),
        direction: 'in',
        amount: random.int(0, 500),
        isBudgeted: anyFlag(random),
      };
    case 2:
      return {
        id,
        kind: 'document',
        on,
        partyOrgId: orgId(random),
        documentKind: random.pick(['threeMeetings', 'dues', 'other']),
      };
    case 3:
      return {
        id,
        kind: 'booking',
        on,
        roomId: random.pick(idsOf.partyRooms),
        partyOrgId: orgId(random),
        fromAt: '09:00',
        toAt: '10:00',
        people: 5,
        purpose: '学习',
      };
    default:
      return {
        id,
        kind: 'effect',
        on,
        effectKind: 'proposal',
        partyOrgId: maybe(random, () => orgId(random)),
        unitId: maybe(random, () => unitId(random)),
        note: '建议',
        confirmedOn: maybe(random, () => addDays(firstDayOf(on).slice(0, 10), random.int(0, 200)), 0.8),
      };
  }
}
