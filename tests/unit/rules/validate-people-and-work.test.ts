import { describe, expect, it } from 'vitest';
import { buildDocument, type Draft } from '../../support/build-documents';
import { residentIdOf } from '../../support/town-t-people';
import { firm, found, member } from './find-problems';

describe('a person', () => {
  const person = (more: Partial<Draft<'people'>>): Draft<'people'> => ({
    id: 'p',
    name: '林文',
    stage: 'full',
    relationOrgId: 'o',
    joinedOn: '2012-05-20',
    fullOn: '2013-05-20',
    ...more,
  });

  it('compares the id number with birth date, gender and others', () => {
    const idNo = residentIdOf(1970, 1);
    expect(found('people', person({ idNo, birthOn: '1970-06', gender: 'male' }))).toEqual({});
    expect(found('people', person({ idNo, birthOn: '1971', gender: 'female' }))).toEqual({
      idNoBirth: 'birthOn',
      idNoGender: 'gender',
    });
    expect(found('people', person({ idNo: '340123198503070011' }))).toEqual({ idNoCheck: 'idNo' });
    expect(found('people', person({ idNo }), { people: [member('q', { idNo })] })).toEqual({
      sameIdNo: 'idNo',
    });
  });

  it('needs eighteen years and a year of probation', () => {
    expect(found('people', person({ birthOn: '1994-06-01' }))).toEqual({ underAge: 'birthOn' });
    expect(found('people', person({ birthOn: '1994' }))).toEqual({});
    expect(found('people', person({ fullOn: '2013-05-19' }))).toEqual({ fullTooEarly: 'fullOn' });
    expect(found('people', person({ joinedOn: '2012', fullOn: '2013-01' }))).toEqual({});
    expect(found('people', person({ stage: 'probationary', joinedOn: '2024-12-30', fullOn: null }))).toEqual({
      probationOver: 'fullOn',
    });
  });

  it('asks how somebody left and who holds the relation', () => {
    expect(found('people', person({ stage: 'exited' }))).toEqual({ exitMissing: 'exit' });
    expect(found('people', person({ relationOrgId: null }))).toEqual({ noRelation: 'relationOrgId' });
  });
});

describe('an instructor', () => {
  const instructor = (units: number, more: Partial<Draft<'instructors'>> = {}): Draft<'instructors'> => ({
    id: 'i',
    name: '吴敏',
    role: 'instructor',
    politicalStatus: '01',
    assignments: Object.fromEntries(Array.from({ length: units }, (_, i) => [`a${i}`, { unitId: `u${i}` }])),
    ...more,
  });

  it('carries five units, not six, and none that is gone', () => {
    expect(found('instructors', instructor(5))).toEqual({});
    expect(found('instructors', instructor(6))).toEqual({ loadOver: 'assignments' });
    const units = [buildDocument('units', firm({ id: 'u0', status: 'revoked', statusSince: '2025' }))];
    expect(found('instructors', instructor(1), { units })).toEqual({
      assignedOutOfScope: 'assignments.a0.unitId',
    });
  });

  it('is a full member, unless a liaison, and ends assignments on leaving', () => {
    expect(found('instructors', instructor(1, { politicalStatus: '02' }))).toEqual({
      notFullMember: 'politicalStatus',
    });
    expect(found('instructors', instructor(1, { politicalStatus: '13', role: 'liaison' }))).toEqual({});
    expect(found('instructors', instructor(1, { leftOn: '2025-06' }))).toEqual({
      assignedAfterLeaving: 'assignments',
    });
  });
});

describe('work records', () => {
  const room: Draft<'partyRooms'> = { id: 'r', name: '活动室', areaM2: 0, status: 'inUse' };
  const vote = {
    item: '接收预备党员',
    eligible: 10,
    presentEligible: 8,
    yes: 5,
    no: 2,
    abstain: 1,
    method: 'secret' as const,
  };
  const meeting = (more: Partial<typeof vote> & { isElection?: boolean }): Draft<'activities'> => ({
    id: 'a',
    kinds: ['general'],
    partyOrgId: 'o',
    startOn: '2025-05-01',
    topic: '大会',
    votes: { v: { ...vote, ...more } },
  });

  it('need an area, an amount and a day that has come', () => {
    expect(found('partyRooms', room)).toEqual({ areaZero: 'areaM2' });
    const fund = {
      id: 'f',
      kind: 'fund',
      partyOrgId: 'o',
      year: 2026,
      direction: 'in',
      amount: 0,
      on: '2026-01-05',
    } as const;
    expect(found('records', fund)).toEqual({ futureDate: 'on', fundZero: 'amount' });
  });

  it('count votes of those entitled', () => {
    expect(found('activities', meeting({}))).toEqual({ voteNotPassed: 'votes.v' });
    expect(found('activities', meeting({ yes: 6, no: 1 }))).toEqual({});
    expect(found('activities', meeting({ yes: 6, no: 3 }))).toEqual({ voteSum: 'votes.v' });
    expect(found('activities', meeting({ presentEligible: 5, yes: 5, no: 0, abstain: 0 }))).toEqual({
      voteQuorum: 'votes.v',
    });
    expect(
      found('activities', meeting({ presentEligible: 7, yes: 7, no: 0, abstain: 0, isElection: true })),
    ).toEqual({
      voteQuorum: 'votes.v',
    });
    expect(found('activities', { ...meeting({ yes: 6, no: 1 }), dueCount: 5, presentCount: 6 })).toEqual({
      presentOverDue: 'presentCount',
    });
  });

  it('do not book a room twice', () => {
    const booking = (id: string, fromAt: string, toAt: string) =>
      ({
        id,
        kind: 'booking',
        roomId: 'r',
        partyOrgId: 'o',
        on: '2025-05-01',
        fromAt,
        toAt,
        people: 5,
        purpose: '党课',
      }) as const;
    const records = [buildDocument('records', booking('b', '2025-05-01T09:00', '2025-05-01T10:00'))];
    expect(found('records', booking('c', '2025-05-01T10:00', '2025-05-01T11:00'), { records })).toEqual({});
    expect(found('records', booking('c', '2025-05-01T09:30', '2025-05-01T11:00'), { records })).toEqual({
      bookingOverlap: 'fromAt',
    });
  });

  it('ask for a reason beside a decision and for the place above a place', () => {
    const form = {
      id: 's',
      kind: 'sixAssessment',
      unitId: 'u',
      criteriaSetId: 'sixHavesA',
      period: '2025',
      on: '2025-12-01',
      items: { hasOrg: { manual: true } },
    } as const;
    expect(found('assessments', form)).toEqual({ overrideWithoutNote: 'items.hasOrg.note' });
    const county = buildDocument('orgUnits', {
      id: 'c',
      name: '县',
      level: 'county',
      divisionCode: '340123',
    });
    const town = {
      id: 't',
      name: '镇',
      level: 'township',
      parentId: 'c',
      divisionCode: '340124102',
    } as const;
    expect(found('orgUnits', town, { orgUnits: [county] })).toEqual({ divisionParent: 'divisionCode' });
  });
});
