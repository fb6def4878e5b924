import type { AnnualTarget } from '@shared/domain/assessment';
import { type MetricCounts, targetMetrics } from '@shared/figures/target-metrics';
import { type CountsThen, judgeTarget, measuredTargets, targetDays } from '@shared/figures/targets';
import { actualText, countByState, neededText, stateText, valueText } from '@shared/insights/target-words';
import { ruleSetOn } from '@shared/rules/rule-set-on';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countTown } from '../overview/town-count';

const { summary: counts } = countTown();
const items = [{ code: 'hasVenue', label: '有场地' }];
const rules = ruleSetOn('2025-06-01').targets;
const nothingBefore: CountsThen = { now: counts, atStart: null, lately: null };

function judge(document: AnnualTarget, asOf = '2025-06-01', then: Partial<CountsThen> = {}) {
  const [measured] = measuredTargets([document], 2025, items);
  if (!measured) throw new Error(`no metric ${document.metricCode}`);
  return judgeTarget(measured, { ...nothingBefore, ...then }, { asOf, rules });
}

function target(metricCode: string, value: number, dueOn = '2025-12-31'): AnnualTarget {
  const document = buildDocument('assessments', {
    id: `target-${metricCode}`,
    kind: 'annualTarget',
    targetOrgUnitId: 'township-t',
    year: 2025,
    metricCode,
    target: value,
    dueOn,
  });
  // Built as this kind just above.
  return document as AnnualTarget;
}
const stateOf = (metricCode: string, value: number) => judge(target(metricCode, value)).pace.state;
/** Counts with this share of C1. */
const covered = (numerator: number, denominator: number): MetricCounts => ({
  ...counts,
  figures: { ...counts.figures, C1: { numerator, denominator } },
});

describe('an annual target', () => {
  it('shows the figure as it is printed and the target in the same unit', () => {
    const judged = judge(target('C1', 80));
    expect(judged.metric.label).toBe('组织覆盖率');
    expect([actualText(judged, 1), valueText(80, judged.metric, 1)]).toEqual(['73.3%', '80.0%']);
  });

  it('is rounded like every other figure, and not by what is left of it in floating point', () => {
    // 1.45 % is stored a little below itself; printed it is 1.5 %.
    const judged = judge(target('C1', 80), '2025-06-01', { now: covered(29, 2000) });
    expect(actualText(judged, 1)).toBe('1.5%');
  });

  it('is met at the target itself, not only above', () => {
    expect(stateOf('C2', 30)).toBe('met');
    expect(stateOf('C2', 30.1)).not.toBe('met');
    // 29 / 100 * 100 falls short of 29 in floating point.
    expect(judge(target('C1', 29), '2025-06-01', { now: covered(29, 100) }).pace.state).toBe('met');
  });

  it('asks for few, not for many, where a list should become empty', () => {
    expect(stateOf('C4', 2)).toBe('met');
    expect(stateOf('C4', 1)).not.toBe('met');
    expect(judge(target('C4', 1)).progress).toBe(0.5);
  });

  it('goes by the two days before, and by the base it was set with where the register began later', () => {
    const then = { atStart: covered(60, 100), lately: covered(73, 100) };
    expect(judge(target('C1', 90), '2025-06-01', then).pace.state).toBe('onCourse');
    expect(judge(target('C1', 90), '2025-12-01', then).pace.state).toBe('atRisk');
    const based = { ...target('C1', 90), baseline: 50 };
    expect(judge(based).pace.expected).toBeGreaterThan(50);
    expect(judge(based, '2025-06-01', { atStart: covered(0, 0) }).pace.expected).toBeGreaterThan(50);
    expect(judge(target('C1', 90)).pace.state).toBe('unknown');
  });

  it('claims nothing without a base', () => {
    const { figures } = counts;
    const empty = { ...counts, figures: { ...figures, C8: { numerator: 0, denominator: 0 } } };
    const judged = judge(target('C8', 90), '2025-06-01', { now: empty });
    expect(actualText(judged, 1)).toBe('—');
    expect(judged).toMatchObject({ progress: null, pace: { state: 'unknown' } });
  });

  it('is left out for another year and for a metric this version does not know', () => {
    expect(measuredTargets([target('C99', 1)], 2025, items)).toEqual([]);
    expect(measuredTargets([target('C1', 1)], 2026, items)).toEqual([]);
  });

  it('can be set for every figure offered and every item of 六有 once', () => {
    const codes = targetMetrics(items).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.at(-1)).toBe('C20.hasVenue');
  });

  it('measures an item of 六有 on the units that were assessed', () => {
    const { denominator } = counts.figures.C20;
    const met = { ...counts, sixByItem: { hasVenue: denominator } };
    expect(denominator).toBeGreaterThan(0);
    const judged = judge(target('C20.hasVenue', 100), '2025-06-01', { now: met });
    expect(judged).toMatchObject({
      metric: { label: '有场地达到率', item: 'hasVenue' },
      pace: { state: 'met' },
      figure: { numerator: denominator, denominator },
    });
  });

  it('is judged by the day, the end of the year before, and the beginning of the look back', () => {
    expect(targetDays('2025-06-01', { ...rules, lookbackMonths: 6 })).toEqual({
      now: '2025-06-01',
      atStart: '2024-12-31',
      lately: '2024-12-01',
    });
  });

  it('says what is still to be done in percentage points, and what a list has to lose', () => {
    const needed = (value: number, metricCode: string) => {
      const judged = judge(target(metricCode, value), '2025-12-01');
      return neededText(judged, 1);
    };
    expect(needed(80, 'C1')).toMatch(/^\d+\.\d 个百分点$/);
    expect(needed(1, 'C4')).toMatch(/^减 \d+(\.\d)?$/);
    expect(needed(70, 'C1')).toBe('—');
  });

  it('has a mark beside its word, and is counted up from the best to the worst', () => {
    expect(stateText('atRisk')).toBe('■ 预计完不成');
    expect(countByState(['late', 'met', 'behind', 'met'])).toEqual([
      { label: '已达到', count: 2 },
      { label: '落后', count: 1 },
      { label: '逾期未达', count: 1 },
    ]);
  });
});
