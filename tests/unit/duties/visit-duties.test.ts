import type { RuleSet } from '@shared/domain/rule-set';
import { describe, expect, it } from 'vitest';
import { duties, instructor, only, type Plan, shown, unit, visit } from './small-register';

describe('指导员走访 (E, P11)', () => {
  const monthly: Plan = { per: 'month', times: 1 };
  const cases: readonly [string, Plan, string | null, readonly string[], string, string][] = [
    ['nobody came this month', monthly, '2025-01-01', ['2025-05-20'], '2025-06-18', '2025-06-30 thisMonth'],
    ['somebody came', monthly, '2025-01-01', ['2025-06-01'], '2025-06-30', 'none'],
    [
      'a visit ahead does not count',
      monthly,
      '2025-01-01',
      ['2025-06-20'],
      '2025-06-18',
      '2025-01-31 overdue',
    ],
    [
      'the month before was missed',
      monthly,
      '2025-01-01',
      ['2025-04-30'],
      '2025-06-01',
      '2025-05-31 overdue',
    ],
    ['the last day is in time', monthly, '2025-01-01', ['2025-05-01'], '2025-06-30', '2025-06-30 thisWeek'],
    [
      'a late visit closes what was missed',
      monthly,
      '2025-01-01',
      ['2025-02-01', '2025-06-02'],
      '2025-06-18',
      'none',
    ],
    ['sent in the middle of a month', monthly, '2025-05-20', [], '2025-05-31', 'none'],
    ['the first whole month', monthly, '2025-05-20', [], '2025-06-18', '2025-06-30 thisMonth'],
    ['no start and no visit', monthly, null, [], '2025-06-18', '2025-05-31 overdue'],
    [
      'a visit under an earlier assignment',
      monthly,
      '2025-06-01',
      ['2025-03-05'],
      '2025-06-18',
      '2025-06-30 thisMonth',
    ],
    [
      'one of two',
      { per: 'month', times: 2 },
      '2025-01-01',
      ['2025-06-02'],
      '2025-06-18',
      '2025-06-30 thisMonth',
    ],
    ['weekly', { per: 'week', times: 1 }, '2025-01-01', ['2025-06-15'], '2025-06-18', '2025-06-22 thisWeek'],
    [
      'weekly, a week missed',
      { per: 'week', times: 1 },
      '2025-01-01',
      ['2025-06-08'],
      '2025-06-18',
      '2025-06-15 overdue',
    ],
    [
      'quarterly, not yet reminded',
      { per: 'quarter', times: 1 },
      '2025-01-01',
      ['2025-03-31'],
      '2025-05-30',
      'none',
    ],
    [
      'quarterly, reminded',
      { per: 'quarter', times: 1 },
      '2025-01-01',
      ['2025-03-31'],
      '2025-05-31',
      '2025-06-30 later',
    ],
    [
      'the rule where there is no plan',
      null,
      '2025-01-01',
      ['2025-05-20'],
      '2025-06-18',
      '2025-06-30 thisMonth',
    ],
    ['a visit known by its month', monthly, '2025-01-01', ['2025-06'], '2025-06-18', 'none'],
  ];
  it.each(cases)('%s', (_title, visitPlan, from, days, asOf, expected) => {
    const instructors = [instructor({ visitPlan, from })];
    const found = duties({ units: [unit()], instructors, records: days.map((on) => visit(on)) }, asOf);
    expect(shown('visit', found)).toBe(expected);
  });

  it('asks nothing for a unit out of scope, of somebody who left, or by a rule the office took out', () => {
    const asOf = '2025-06-18';
    const here = instructor();
    const gone = instructor({}, { leftOn: '2025-06-18' });
    expect(shown('visit', duties({ units: [unit()], instructors: [here] }, asOf))).toBe('2025-01-31 overdue');
    expect(shown('visit', duties({ units: [unit({ status: 'shell' })], instructors: [here] }, asOf))).toBe(
      'none',
    );
    expect(shown('visit', duties({ units: [unit()], instructors: [gone] }, asOf))).toBe('none');
    const without = ({ duties: { instructorVisit: _taken, ...rest }, ...rules }: RuleSet): RuleSet => ({
      ...rules,
      duties: rest,
    });
    expect(shown('visit', duties({ units: [unit()], instructors: [here] }, asOf, without))).toBe('none');
  });

  it('lets the days of grace of the rule pass', () => {
    const withGrace = (rules: RuleSet): RuleSet => {
      const rule = rules.duties['instructorVisit'];
      if (!rule) throw new Error('no rule of visits');
      return { ...rules, duties: { ...rules.duties, instructorVisit: { ...rule, graceDays: 5 } } };
    };
    const register = { units: [unit()], instructors: [instructor()], records: [visit('2025-04-20')] };
    expect(shown('visit', duties(register, '2025-06-05', withGrace))).toBe('2025-05-31 thisWeek');
    expect(shown('visit', duties(register, '2025-06-06', withGrace))).toBe('2025-05-31 overdue');
  });

  it('says who owes it, of which unit, and does not take the visit of a leader for it', () => {
    const records = [visit('2025-06-02', { byKind: 'leader', by: '张书记', instructorId: null })];
    const [duty] = only(
      'visit',
      duties({ units: [unit()], instructors: [instructor()], records }, '2025-06-18'),
    );
    expect(duty).toMatchObject({
      name: '甲公司',
      subject: { collection: 'units', id: 'u' },
      placeIds: ['t'],
    });
    expect(duty?.situation).toBe('李指导：没有走访记录');
    expect(duty?.rule).toBe('每月至少走访 1 次');
  });
});

describe('选派任期 (E, P11)', () => {
  it.each([
    ['a month before', { plannedTo: '2025-07-18' }, '2025-06-18', '2025-07-18 later'],
    ['earlier', { plannedTo: '2025-07-19' }, '2025-06-18', 'none'],
    ['on the last day', { plannedTo: '2025-06-18' }, '2025-06-18', '2025-06-18 thisWeek'],
    ['after it', { plannedTo: '2025-06-17' }, '2025-06-18', '2025-06-17 overdue'],
    ['nothing agreed: two years', { from: '2023-06-18' }, '2025-06-19', '2025-06-18 overdue'],
    ['ended', { plannedTo: '2025-06-17', to: '2025-06-18' }, '2025-06-18', 'none'],
  ])('%s', (_title, assignment, asOf, expected) => {
    const found = duties({ units: [unit()], instructors: [instructor(assignment)] }, asOf);
    expect(shown('assignmentTerm', found)).toBe(expected);
  });
});
