import { type DutyKind, sortDuties, stateOn } from '@shared/duties/duty';
import { lastDayOf, periodOf } from '@shared/duties/duty-days';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../support/build-documents';
import { duties, instructor, only, org, person, shown, unit } from './small-register';

describe('the calendar of duties', () => {
  it.each([
    ['week', '2025-06-08', '2025-06-02', '2025-06-08'],
    ['week', '2025-06-09', '2025-06-09', '2025-06-15'],
    ['week', '2017-12-31', '2017-12-25', '2017-12-31'],
    ['month', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['quarter', '2025-12-31', '2025-10-01', '2025-12-31'],
    ['half', '2025-06-30', '2025-01-01', '2025-06-30'],
    ['year', '2025-01-01', '2025-01-01', '2025-12-31'],
  ] as const)('%s of %s runs from %s to %s', (period, day, start, end) => {
    expect(periodOf(period, day)).toEqual({ start, end });
  });

  it.each([
    ['2024', '2024-12-31'],
    ['2024-02', '2024-02-29'],
    ['2024-02-03', '2024-02-03'],
  ])('a day known as %s ends on %s', (partial, day) => expect(lastDayOf(partial)).toBe(day));

  it.each([
    [null, 0, 'open'],
    ['2025-06-17', 0, 'overdue'],
    ['2025-06-18', 0, 'thisWeek'],
    ['2025-06-22', 0, 'thisWeek'],
    ['2025-06-23', 0, 'thisMonth'],
    ['2025-06-30', 0, 'thisMonth'],
    ['2025-07-01', 0, 'later'],
    ['2025-06-15', 3, 'thisWeek'],
    ['2025-06-14', 3, 'overdue'],
  ] as const)('due on %s with %i days of grace is %s on Wednesday 18 June', (dueOn, grace, state) => {
    expect(stateOn(dueOn, grace, '2025-06-18')).toBe(state);
  });

  it('a week that runs into the next month comes before the month', () => {
    expect(stateOn('2025-07-02', 0, '2025-06-30')).toBe('thisWeek');
  });
});

describe('换届 (E, P4)', () => {
  const cases: readonly [string, Partial<Draft<'partyOrgs'>>, string, string][] = [
    ['a branch before the notice', { termStart: '2022-06-01' }, '2024-11-30', 'none'],
    ['a branch six months before', { termStart: '2022-06-01' }, '2024-12-01', '2025-06-01 later'],
    ['the last day of the term', { termStart: '2022-06-01' }, '2025-06-01', '2025-06-01 thisWeek'],
    ['the day after the term', { termStart: '2022-06-01' }, '2025-06-02', '2025-06-01 overdue'],
    ['a committee has five years', { tier: 'committee', termStart: '2022-06-01' }, '2025-06-01', 'none'],
    ['a term of its own', { termYears: 2, termStart: '2022-06-01' }, '2024-06-02', '2024-06-01 overdue'],
    ['postponed', { termStart: '2022-06-01', postponedTo: '2025-12-31' }, '2025-07-01', '2025-12-31 later'],
    ['a month only', { termStart: '2022-06' }, '2025-06-02', '2025-06-01 overdue'],
    ['no term recorded', {}, '2025-06-01', 'none'],
    ['dissolved', { termStart: '2022-06-01', status: 'dissolved' }, '2025-06-01', 'none'],
  ];
  it.each(cases)('%s', (_title, more, asOf, expected) => {
    const found = duties({ units: [unit()], partyOrgs: [org(more)] }, asOf);
    expect(shown('termElection', found)).toBe(expected);
  });
});

describe('members (E step 22, P5 art. 24)', () => {
  const cases: readonly [string, DutyKind, Partial<Draft<'people'>>, string, string][] = [
    [
      'the month the probation ends',
      'conversion',
      { stage: 'probationary', joinedOn: '2024-06-20' },
      '2025-06-01',
      '2025-06-20 thisMonth',
    ],
    [
      'the month before',
      'conversion',
      { stage: 'probationary', joinedOn: '2024-06-20' },
      '2025-05-31',
      'none',
    ],
    [
      'a day late',
      'conversion',
      { stage: 'probationary', joinedOn: '2024-06-20' },
      '2025-06-21',
      '2025-06-20 overdue',
    ],
    [
      'a month only',
      'conversion',
      { stage: 'probationary', joinedOn: '2024-02' },
      '2025-02-28',
      '2025-02-28 thisWeek',
    ],
    [
      'already a full member',
      'conversion',
      { stage: 'full', joinedOn: '2024-06-20', fullOn: '2025-06-20' },
      '2025-06-21',
      'none',
    ],
    ['lost for five months', 'lostContact', { lostSince: '2025-01-18' }, '2025-06-18', '2025-07-18 later'],
    ['lost for six months', 'lostContact', { lostSince: '2025-01-18' }, '2025-07-19', '2025-07-18 overdue'],
    [
      'membership suspended',
      'lostContact',
      { lostSince: '2025-01-18', suspendedOn: '2025-07-18' },
      '2025-07-19',
      'none',
    ],
  ];
  it.each(cases)('%s', (_title, kind, more, asOf, expected) => {
    expect(shown(kind, duties({ units: [unit()], people: [person(more)] }, asOf))).toBe(expected);
  });
});

describe('units (C4, C6, V7)', () => {
  const members = (count: number) => ({ declared: { members: count, probationary: 0 } });
  it.each([
    ['three full members and no plan', { ...members(3) }, '无 open'],
    ['planned for this month', { ...members(3), plannedBuildOn: '2025-06' }, '2025-06-30 thisMonth'],
    ['planned and passed', { ...members(3), plannedBuildOn: '2025-05' }, '2025-05-31 overdue'],
    ['two full members', { ...members(2), plannedBuildOn: '2025-05' }, 'none'],
    ['closed down', { ...members(3), status: 'deregistered' as const }, 'none'],
  ])('应建未建: %s', (_title, more, expected) => {
    expect(shown('buildOrg', duties({ units: [unit(more)] }, '2025-06-18'))).toBe(expected);
  });

  it('空白点 until somebody is sent', () => {
    expect(shown('blank', duties({ units: [unit()] }, '2025-06-18'))).toBe('无 open');
    expect(shown('blank', duties({ units: [unit()], instructors: [instructor()] }, '2025-06-18'))).toBe(
      'none',
    );
  });

  it('党员数待核 only where a roster contradicts what is declared', () => {
    const people = [person({})];
    const of = (count: number, roster = people) =>
      only('memberCount', duties({ units: [unit(members(count))], people: roster }, '2025-06-18'));
    expect(of(3)[0]?.situation).toBe('花名册比填报数少 2 人');
    expect(of(1)).toEqual([]);
    expect(of(3, [])).toEqual([]);
  });
});

describe('the list', () => {
  const register = {
    units: [unit({ declared: { members: 3, probationary: 0 } }), unit({ id: 'u2', name: '乙公司' })],
    partyOrgs: [org({ termStart: '2022-06-25' })],
    instructors: [instructor()],
    people: [person({ lostSince: '2024-01' })],
  };

  it('puts the most urgent first, gives every duty its own id and a reason with its source', () => {
    const found = duties(register, '2025-06-18');
    expect(found.map(({ kind }) => kind)).toEqual([
      'lostContact',
      'visit',
      'termElection',
      'buildOrg',
      'blank',
      'memberCount',
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.every(({ rule, source, situation }) => rule && source && situation)).toBe(true);
  });

  it('is in the same order whatever the order of the register', () => {
    const found = duties(register, '2025-06-18');
    const turned = Object.fromEntries(
      Object.entries(register).map(([name, documents]) => [name, [...documents].reverse()]),
    );
    expect(duties(turned, '2025-06-18')).toEqual(found);
    expect(sortDuties([...found].reverse())).toEqual(found);
  });

  it('is empty for an empty register', () => expect(duties({}, '2025-06-18')).toEqual([]));
});
