/** A county of any size in plain documents, made fast by copying one parsed document of each kind. */
import type { Register } from '@shared/domain/collections';
import type { PartyOrg } from '@shared/domain/party-org';
import type { Person } from '@shared/domain/person';
import type { Unit } from '@shared/domain/unit';
import { buildDocument } from './build-documents';

const shapes = {
  unit: buildDocument('units', {
    id: 'u',
    unitType: 'enterprise',
    name: '公司',
    townshipId: 't0',
    status: 'operating',
    statusSince: '2015-03',
    foundedOn: '2015-03',
    ownership: 'private',
  }),
  org: buildDocument('partyOrgs', { id: 'o', name: '中共支部', foundedOn: '2019-07', status: 'active' }),
  person: buildDocument('people', { id: 'p', name: '党员', stage: 'full', joinedOn: '2012-05' }),
  instructor: buildDocument('instructors', { id: 'i', name: '指导员', role: 'instructor' }),
  activity: buildDocument('activities', {
    id: 'a',
    kinds: ['general'],
    partyOrgId: 'o',
    startOn: '2025-03-15',
    topic: '学习',
    dueCount: 10,
    presentCount: 8,
  }),
  document: buildDocument('records', {
    id: 'd',
    kind: 'document',
    partyOrgId: 'o',
    documentKind: 'dues',
    on: '2022-01',
  }),
  room: buildDocument('partyRooms', { id: 'r', name: '活动室', areaM2: 30, mode: 'own', status: 'inUse' }),
} as const;

const townships = 20;
const industries = ['C17', 'C35', 'F51', 'I65', 'E47', 'H61', null];

const unitAt = (i: number): Unit => ({
  ...shapes.unit,
  id: `u${i}`,
  name: `第${i}公司`,
  townshipId: `t${i % townships}`,
  siteIds: [`v${i % (townships * 10)}`],
  industryCode: industries[i % industries.length] ?? null,
  staff: i % 97 === 0 ? null : (i * 7) % 260,
  revenueWan: (i * 13) % 5000,
  aboveScale: i % 4 === 0,
});

const orgAt = (id: string, formation: 'solo' | 'joint', unitIds: readonly string[]): PartyOrg => ({
  ...shapes.org,
  id,
  formation,
  tier: formation === 'joint' ? 'jointBranch' : 'branch',
  hostUnitId: unitIds[0] ?? null,
  covers: Object.fromEntries(unitIds.map((unitId, n) => [`c${n}`, { unitId, from: '2019-07', to: null }])),
  termStart: '2023-06',
  posts: { s: { personId: null, name: '书记', post: 'secretary', from: null, to: null } },
});

/**
 * Of every ten units two have a branch of their own, three share a joint branch, two an instructor; each covered
 * unit has three members, each organization a room, four meetings and two documents.
 */
export function buildLargeCounty(size: number): Register {
  const units = Array.from({ length: size }, (_, i) => unitAt(i));
  const tens = Array.from({ length: Math.floor(size / 10) }, (_, i) => i * 10);
  const orgs = tens.flatMap((i) => [
    orgAt(`solo-u${i}`, 'solo', [`u${i}`]),
    orgAt(`solo-u${i + 1}`, 'solo', [`u${i + 1}`]),
    orgAt(`joint-u${i + 2}`, 'joint', [`u${i + 2}`, `u${i + 3}`, `u${i + 4}`]),
  ]);
  return {
    units,
    partyOrgs: orgs,
    people: orgs.flatMap(membersOf),
    instructors: tens.map((i) => ({
      ...shapes.instructor,
      id: `i${i}`,
      assignments: { a: assignmentTo(`u${i + 5}`), b: assignmentTo(`u${i + 6}`) },
    })),
    partyRooms: orgs.map(({ id }) => ({ ...shapes.room, id: `r-${id}`, hostPartyOrgId: id })),
    activities: orgs.flatMap(({ id }) =>
      ['03', '06', '09', '12'].map((month) => ({
        ...shapes.activity,
        id: `a-${id}-${month}`,
        partyOrgId: id,
        startOn: `2025-${month}-15`,
      })),
    ),
    records: orgs.flatMap(({ id }) =>
      ['1', '2'].map((n) => ({ ...shapes.document, id: `d-${id}-${n}`, partyOrgId: id })),
    ),
    cases: [],
    assessments: [],
    orgUnits: buildPlaces(),
    settings: [],
    conflicts: [],
  };
}

const membersOf = (org: PartyOrg): Person[] =>
  Object.values(org.covers).flatMap(({ unitId }) =>
    [1, 2, 3].map((n) => ({
      ...shapes.person,
      id: `p-${unitId}-${n}`,
      relationOrgId: org.id,
      workUnitId: unitId,
    })),
  );

const assignmentTo = (unitId: string) => ({
  unitId,
  from: '2025-01',
  to: null,
  plannedTo: null,
  docNo: null,
  purpose: null,
  visitPlan: null,
  declaredVisits: null,
  solvedIssues: null,
  endReason: null,
  annualGrade: null,
  remarks: null,
});

const buildPlaces = () => [
  ...Array.from({ length: townships }, (_, i) =>
    buildDocument('orgUnits', { id: `t${i}`, name: `第${i + 1}镇`, level: 'township', parentId: 'county' }),
  ),
  ...Array.from({ length: townships * 10 }, (_, i) =>
    buildDocument('orgUnits', {
      id: `v${i}`,
      name: `第${i + 1}村`,
      level: 'village',
      parentId: `t${i % townships}`,
    }),
  ),
];
