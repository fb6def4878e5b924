/** What a simulated office does: each action is dated on the day it is written. */
import { changeStatus } from '@shared/rules/unit-status';
import fc from 'fast-check';
import { type SimulatedOffice, sites, townships } from './simulated-office';

export const actionNames = [
  'newUnit',
  'newUnit',
  'setStatus',
  'setStaff',
  'setType',
  'moveTownship',
  'declareMembers',
  'setMassOrg',
  'deleteUnit',
  'foundSolo',
  'foundJoint',
  'foundRegional',
  'addCover',
  'closeCover',
  'dissolveOrg',
  'newSecretary',
  'newMember',
  'newMember',
  'newMember',
  'moveMember',
  'exitMember',
  'floatOut',
  'assign',
  'unassign',
  'visit',
  'newRoom',
  'closeRoom',
  'meeting',
  'funds',
  'effect',
] as const;
export type ActionName = (typeof actionNames)[number];

/** One action with the numbers it draws its choices from. */
export interface Action {
  readonly name: ActionName;
  readonly daysLater: number;
  readonly a: number;
  readonly b: number;
}
export const actionsArbitrary = (maxLength: number): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...actionNames),
      daysLater: fc.integer({ min: 1, max: 40 }),
      a: fc.nat(1000),
      b: fc.nat(1000),
    }),
    { minLength: 8, maxLength },
  );

const statuses = ['operating', 'suspended', 'shell', 'deregistered', 'movedOut', 'preparing'] as const;
const pick = <T>(list: readonly T[], number: number): T | undefined =>
  list[number % Math.max(list.length, 1)];

/** Does one action some days later. Nothing is written when there is nothing it could be done to. */
export function act(office: SimulatedOffice, { name, daysLater, a, b }: Action): void {
  office.wait(daysLater);
  actions[name](office, a, b);
}

const actions: Record<ActionName, (office: SimulatedOffice, a: number, b: number) => void> = {
  newUnit: (office, a, b) =>
    office.create('units', {
      unitType:
        pick(['enterprise', 'enterprise', 'socialOrg', 'individualBusiness'] as const, a) ?? 'enterprise',
      name: `单位${a}`,
      townshipId: pick(townships, b) ?? 't1',
      siteIds: b % 3 === 0 ? [] : [pick(sites, a) ?? 'v1'],
      industryCode: pick(['C', 'F', 'C17', null], b) ?? null,
      staff: b % 5 === 0 ? null : b % 200,
      staffFullTime: 2,
      aboveScale: a % 2 === 0,
      foundedOn: office.day,
      status: 'operating',
      statusSince: office.day,
    }),
  setStatus: (office, a, b) => {
    const unit = office.live('units', a);
    const status = pick(statuses, b);
    if (unit && status && status !== unit.status)
      office.change('units', unit, changeStatus(unit, status, office.day));
  },
  setStaff: (office, a, b) => office.changeUnit(a, { staff: b, aboveScale: b % 2 === 0 }),
  setType: (office, a, b) =>
    office.changeUnit(a, { unitType: b % 2 === 0 ? 'socialOrg' : 'individualBusiness' }),
  moveTownship: (office, a, b) =>
    office.changeUnit(a, { townshipId: pick(townships, b) ?? 't1', siteIds: [pick(sites, b) ?? 'v1'] }),
  declareMembers: (office, a, b) =>
    office.changeUnit(a, { 'declared.members': b % 6, 'declared.hasInstructor': b % 2 === 0 }),
  setMassOrg: (office, a, b) =>
    office.changeUnit(a, { 'massOrgs.union.has': b % 2 === 0, hasWorkersCongress: b % 3 === 0 }),
  deleteUnit: (office, a) => {
    const unit = office.live('units', a);
    if (unit) office.change('units', unit, { deletedAt: office.instant() });
  },
  foundSolo: (office, a) => foundOrg(office, 'solo', [a], a),
  foundJoint: (office, a, b) => foundOrg(office, 'joint', [a, b, a + b], b),
  foundRegional: (office, a, b) => foundOrg(office, 'regional', [a, b], null),
  addCover: (office, a, b) => {
    const [org, unit] = [office.live('partyOrgs', a), office.live('units', b)];
    if (org && unit)
      office.change('partyOrgs', org, {
        [`covers.${office.newId()}`]: { unitId: unit.id, from: office.day, to: null },
      });
  },
  closeCover: (office, a, b) => {
    const org = office.live('partyOrgs', a);
    const open = Object.entries(org?.covers ?? {}).filter(([, cover]) => cover.to === null);
    const found = pick(open, b);
    if (org && found) office.change('partyOrgs', org, { [`covers.${found[0]}.to`]: office.day });
  },
  dissolveOrg: (office, a) => {
    const org = office.live('partyOrgs', a);
    if (org && org.status !== 'dissolved')
      office.change('partyOrgs', org, { status: 'dissolved', statusSince: office.day });
  },
  newSecretary: (office, a, b) => {
    const org = office.live('partyOrgs', a);
    if (!org) return;
    const post = { personId: null, name: '书记', post: 'secretary', from: office.day, to: null };
    office.change('partyOrgs', org, {
      [`posts.${office.newId()}`]: post,
      secretarySource: b % 2 === 0 ? 'owner' : null,
    });
  },
  newMember: (office, a, b) => {
    const [org, unit] = [office.live('partyOrgs', a), office.live('units', b)];
    office.create('people', {
      name: `党员${a}`,
      stage: b % 4 === 0 ? 'probationary' : 'full',
      relationOrgId: a % 3 === 0 ? null : (org?.id ?? null),
      relationFrom: office.day,
      workUnitId: b % 5 === 0 ? null : (unit?.id ?? null),
      workFrom: office.day,
      joinedOn: '2015-06',
      isFullTime: a % 2 === 0,
    });
  },
  moveMember: (office, a, b) => {
    const [person, unit, org] = [
      office.live('people', a),
      office.live('units', b),
      office.live('partyOrgs', b),
    ];
    if (person && unit)
      office.change('people', person, {
        workUnitId: unit.id,
        workFrom: office.day,
        relationOrgId: org?.id ?? null,
        relationFrom: office.day,
      });
  },
  exitMember: (office, a) => {
    const person = office.live('people', a);
    if (person && person.exit === null)
      office.change('people', person, {
        stage: 'exited',
        stageSince: office.day,
        exit: { kind: 'transferred', on: office.day, doc: null },
      });
  },
  floatOut: (office, a) => {
    const person = office.live('people', a);
    if (person)
      office.create('cases', {
        kind: 'floatRecord',
        personId: person.id,
        direction: 'out',
        scope: 'inCounty',
        since: office.day,
      });
  },
  assign: (office, a, b) => {
    const unit = office.live('units', a);
    if (!unit) return;
    const assignment = { unitId: unit.id, from: office.day, to: null };
    const known = office.live('instructors', b);
    if (known && b % 2 === 0)
      office.change('instructors', known, { [`assignments.${office.newId()}`]: assignment });
    else office.create('instructors', { name: '指导员', role: 'liaison', assignments: { a: assignment } });
  },
  unassign: (office, a, b) => {
    const instructor = office.live('instructors', a);
    const open = Object.entries(instructor?.assignments ?? {}).filter(([, one]) => one.to === null);
    const found = pick(open, b);
    if (instructor && found)
      office.change('instructors', instructor, { [`assignments.${found[0]}.to`]: office.day });
  },
  visit: (office, a) => {
    const unit = office.live('units', a);
    if (unit)
      office.create('records', {
        kind: 'visit',
        unitId: unit.id,
        byKind: 'instructor',
        by: '指导员',
        mode: 'onSite',
        on: office.day,
      });
  },
  newRoom: (office, a, b) =>
    office.create('partyRooms', {
      name: '活动室',
      hostPartyOrgId: office.live('partyOrgs', a)?.id ?? null,
      unitId: office.live('units', b)?.id ?? null,
      siteId: pick(sites, b) ?? null,
      areaM2: a % 60,
      mode: b % 2 === 0 ? 'own' : 'shared',
      isShareable: true,
      builtOn: office.day,
      status: 'inUse',
    }),
  closeRoom: (office, a) => {
    const room = office.live('partyRooms', a);
    if (room) office.change('partyRooms', room, { status: 'closed', statusSince: office.day });
  },
  meeting: (office, a, b) => {
    const org = office.live('partyOrgs', a);
    if (org)
      office.create('activities', {
        kinds: ['general'],
        partyOrgId: org.id,
        roomId: office.live('partyRooms', b)?.id ?? null,
        startOn: office.day,
        topic: '学习',
        dueCount: 10,
        presentCount: 6,
      });
  },
  funds: (office, a) => {
    const org = office.live('partyOrgs', a);
    if (org)
      office.create('records', {
        kind: 'fund',
        partyOrgId: org.id,
        on: office.day,
        year: Number(office.day.slice(0, 4)),
        direction: 'in',
        amount: 100,
        isBudgeted: true,
      });
  },
  effect: (office, a) => {
    const unit = office.live('units', a);
    if (unit)
      office.create('records', {
        kind: 'effect',
        unitId: unit.id,
        on: office.day,
        effectKind: 'proposal',
        note: '建议',
        confirmedOn: office.day,
      });
  },
};

function foundOrg(
  office: SimulatedOffice,
  formation: 'solo' | 'joint' | 'regional',
  numbers: readonly number[],
  host: number | null,
): void {
  const unitIds = new Set(numbers.flatMap((number) => office.live('units', number)?.id ?? []));
  if (unitIds.size === 0) return;
  const entries = [...unitIds].map((unitId, i) => [`c${i}`, { unitId, from: office.day, to: null }]);
  office.create('partyOrgs', {
    name: '支部',
    formation,
    hostUnitId: host === null ? null : (office.live('units', host)?.id ?? null),
    covers: Object.fromEntries(entries),
    foundedOn: office.day,
    status: 'active',
  });
}
