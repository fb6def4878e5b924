import { cascadedTarget, type PaceInput, paceOf } from '@shared/figures/target-pace';
import { ruleSetOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';

const rules = ruleSetOn('2026-07-01').targets;
const half: PaceInput = {
  target: 80,
  dueOn: '2026-12-31',
  asOf: '2026-07-01',
  isLowerBetter: false,
  most: 100,
  now: 70,
  atStart: 60,
  lately: 60,
};
const stateOf = (change: Partial<PaceInput>) => paceOf({ ...half, ...change }, rules).state;

describe('the pace of a target', () => {
  it('is even from the end of last year to the due day', () => {
    const { expected, neededPerMonth, forecast } = paceOf(half, rules);
    expect(expected).toBeCloseTo(70, 0);
    expect(neededPerMonth).toBeCloseTo(10 / 6, 1);
    expect(forecast).toBeCloseTo(80, 0);
  });

  it('counts as on course by the way already gone or by the speed of late', () => {
    expect(stateOf({ now: 80 })).toBe('met');
    expect(stateOf({ now: 70, lately: 70 })).toBe('onCourse');
    expect(stateOf({ now: 65, lately: 45 })).toBe('onCourse');
    expect(stateOf({ now: 65, lately: 64 })).toBe('behind');
    expect(stateOf({ now: 65, lately: 64, asOf: '2026-11-01' })).toBe('atRisk');
    expect(stateOf({ asOf: '2027-01-01' })).toBe('late');
    expect(stateOf({ now: null })).toBe('unknown');
    expect(stateOf({ lately: null, atStart: null })).toBe('unknown');
  });

  it('asks for few where a list should become empty, and forecasts no less than none', () => {
    const list = { isLowerBetter: true, most: null, target: 0, atStart: 40 };
    expect(stateOf({ ...list, now: 20, lately: 25 })).toBe('onCourse');
    expect(stateOf({ ...list, now: 35, lately: 36 })).toBe('behind');
    expect(paceOf({ ...half, ...list, now: 5, lately: 40 }, rules).forecast).toBe(0);
  });

  it('forecasts no more than the whole, and nothing without something to go by', () => {
    expect(paceOf({ ...half, target: 99, now: 95, lately: 50 }, rules).forecast).toBe(100);
    expect(paceOf({ ...half, lately: null }, rules).forecast).toBeNull();
  });

  it('is judged by the rules an office decided on, from their day on', () => {
    const strict = {
      ...ruleSetOn('2026-07-01'),
      validFrom: '2026-08-01',
      targets: { ...rules, slackPct: 0, riskMonths: 6 },
    };
    const behind = { ...half, now: 69, lately: 69 };
    expect(paceOf(behind, ruleSetOn('2026-07-31', [strict]).targets).state).toBe('onCourse');
    expect(paceOf(behind, ruleSetOn('2026-08-01', [strict]).targets).state).toBe('atRisk');
  });
});

describe('a county target divided among townships', () => {
  it('is the same for everybody, or the same share of what each still misses', () => {
    expect(cascadedTarget('same', { now: 60, target: 80 }, 20, 100)).toBe(80);
    expect(cascadedTarget('gap', { now: 60, target: 80 }, 60, 100)).toBe(80);
    expect(cascadedTarget('gap', { now: 60, target: 80 }, 20, 100)).toBe(60);
    expect(cascadedTarget('gap', { now: 40, target: 0 }, 8, 0)).toBe(0);
    expect(cascadedTarget('gap', { now: 60, target: 80 }, null, 100)).toBeNull();
  });
});
