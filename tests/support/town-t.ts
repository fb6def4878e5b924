/**
 * Example town T of the domain reference: 40 registered units, 30 in scope on 31 December 2025, built as real
 * records so that every figure of the T column can be counted from them.
 */
import type { DocumentOf, Register } from '@shared/domain/collections';
import { buildDocument, type Draft, usccOf } from './build-documents';
import { buildTownPeople } from './town-t-people';
import { buildTownWork } from './town-t-work';

export const townTAsOf = '2025-12-31';
export const township = 'township-t';

/** Members of each unit in scope with an id of its own, 96 in all. */
export const membersOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries([8, 8, 8, 8, 8, 9, 9, 9, 9].map((members, i) => [`solo-${i + 1}`, members])),
  // Three joint branches over 5 + 4 + 3 units: one unit with three members, eight with one or two, three with none.
  ...Object.fromEntries(
    [3, 1, 1, 2, 0, 1, 2, 1, 0, 2, 1, 0].map((members, i) => [`joint-${i + 1}`, members]),
  ),
  'affiliated-1': 2,
  'open-1': 3,
  'open-2': 1,
};
/** Which units each joint branch covers. */
export const jointBranches: Readonly<Record<string, readonly number[]>> = {
  'org-joint-1': [1, 2, 3, 4, 5],
  'org-joint-2': [6, 7, 8, 9],
  'org-joint-3': [10, 11, 12],
};

const soloStaff = [500, 400, 300, 60, 60, 60, 60, 60, 60];
const outside = [
  ...Array<'deregistered'>(3).fill('deregistered'),
  'revoked' as const,
  ...Array<'movedOut'>(2).fill('movedOut'),
  ...Array<'suspended'>(2).fill('suspended'),
  ...Array<'preparing'>(2).fill('preparing'),
];

let code = 0;
function unit(id: string, name: string, more: Partial<Draft<'units'>>): DocumentOf<'units'> {
  code += 1;
  return buildDocument('units', {
    id,
    unitType: 'enterprise',
    name: `田湾镇${name}有限公司`,
    uscc: usccOf('91', code),
    townshipId: township,
    siteIds: ['village-1'],
    operatingAddress: `田湾镇工业路${code}号`,
    ownership: 'private',
    industryCode: 'C',
    foundedOn: '2015-03',
    status: 'operating',
    statusSince: '2015-03',
    contact: { name: '林文', phone: '13800138000' },
    ...more,
  });
}

function buildUnits(): DocumentOf<'units'>[] {
  code = 0;
  const solo = soloStaff.map((staff, i) =>
    unit(`solo-${i + 1}`, `恒兴${i + 1}号`, {
      staff,
      // Six of the seven unionized firms have a workers' congress; the seventh is the one with a union only.
      ...(i < 6 ? { massOrgs: withUnion, hasWorkersCongress: true } : {}),
    }),
  );
  // 690 staff over the other 20 small units: ten of 34 and ten of 35.
  const small = (i: number): number => (i % 2 === 0 ? 34 : 35);
  const joint = Array.from({ length: 12 }, (_, i) =>
    unit(`joint-${i + 1}`, `联丰${i + 1}号`, { staff: small(i) }),
  );
  const open = Array.from({ length: 8 }, (_, i) =>
    unit(`open-${i + 1}`, `新源${i + 1}号`, {
      // The third one has 150 staff and no member: it fails both halves of 双达标.
      staff: i === 2 ? 150 : small(i < 2 ? i : i - 1),
      notBuiltReason: i === 0 ? 'noGuidance' : i === 1 ? 'under3' : 'noMembers',
      ...(i === 5 ? { massOrgs: withUnion } : {}),
    }),
  );
  const away = outside.map((status, i) =>
    unit(`outside-${i + 1}`, `旧业${i + 1}号`, { staff: 20, status, statusSince: '2025-02-01' }),
  );
  return [...solo, ...joint, unit('affiliated-1', '依村', { staff: small(1) }), ...open, ...away];
}
const withUnion = {
  union: { has: true, since: '2018' },
  league: { has: null, since: null },
  women: { has: null, since: null },
};

function buildOrgs(): DocumentOf<'partyOrgs'>[] {
  const solo = soloStaff.map((_, i) =>
    org(`org-solo-${i + 1}`, `恒兴${i + 1}号`, 'solo', [`solo-${i + 1}`], i < 4),
  );
  const joint = Object.entries(jointBranches).map(([id, numbers]) =>
    org(
      id,
      id.slice(-1),
      'joint',
      numbers.map((number) => `joint-${number}`),
      false,
    ),
  );
  return [...solo, ...joint, org('org-village', '一村', 'affiliated', ['affiliated-1'], false)];
}

function org(
  id: string,
  name: string,
  formation: 'solo' | 'joint' | 'affiliated',
  unitIds: readonly string[],
  isOwner: boolean,
): DocumentOf<'partyOrgs'> {
  return buildDocument('partyOrgs', {
    id,
    name: `中共田湾镇${name}${formation === 'joint' ? '联合' : ''}支部委员会`,
    tier: formation === 'joint' ? 'jointBranch' : 'branch',
    formation,
    superiorName: '中共田湾镇委员会',
    hostUnitId: formation === 'affiliated' ? null : (unitIds[0] ?? null),
    covers: Object.fromEntries(
      unitIds.map((unitId, i) => [`c${i + 1}`, { unitId, from: '2019-07', to: null }]),
    ),
    foundedOn: '2019-07',
    termYears: 3,
    termStart: '2024-06-01',
    posts: { p1: { personId: null, name: '周明', post: 'secretary', from: '2024-06-01', to: null } },
    secretarySource: isOwner ? 'owner' : 'insideElected',
    status: 'active',
  });
}

function buildPlaces(): DocumentOf<'orgUnits'>[] {
  const site = (id: string, level: 'park' | 'building' | 'street', name: string) =>
    buildDocument('orgUnits', { id, name, level, parentId: township });
  return [
    buildDocument('orgUnits', { id: 'county', name: '临川县', level: 'county', divisionCode: '340123' }),
    buildDocument('orgUnits', {
      id: township,
      name: '田湾镇',
      level: 'township',
      parentId: 'county',
      divisionCode: '340123102',
    }),
    buildDocument('orgUnits', {
      id: 'village-1',
      name: '一村',
      level: 'village',
      parentId: township,
      divisionCode: '340123102201',
    }),
    ...Array.from({ length: 6 }, (_, i) => site(`park-${i + 1}`, 'park', `第${i + 1}产业园`)),
    ...Array.from({ length: 10 }, (_, i) => site(`building-${i + 1}`, 'building', `第${i + 1}商务楼`)),
    ...Array.from({ length: 4 }, (_, i) => site(`street-${i + 1}`, 'street', `第${i + 1}商业街`)),
  ];
}

/** A fresh copy of the town's register. */
export function buildTownT(): Register {
  return {
    units: buildUnits(),
    partyOrgs: buildOrgs(),
    orgUnits: buildPlaces(),
    people: buildTownPeople(membersOf, jointBranches),
    ...buildTownWork(jointBranches),
    settings: [],
    conflicts: [],
  };
}
