import type { AnnualTarget } from '@shared/domain/assessment';
import { targetMetrics } from '@shared/figures/target-metrics';
import { standingOf, type TargetYardstick } from '@shared/figures/targets';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countTown } from '../overview/town-count';

const { summary: counts } = countTown();
const items = [{ code: 'hasVenue', label: '有场地' }];
const standingOn = (asOf: string, document: AnnualTarget, change: Partial<TargetYardstick> = {}) =>
  standingOf(document, { counts, items, asOf, decimals: 1, ...change });

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
const stateOn = (asOf: string, metricCode: string, value: number) =>
  standingOn(asOf, target(metricCode, value))?.state;

describe('standing of an annual target', () => {
  it('shows the figure as it is printed and the target in the same unit', () => {
    expect(standingOn('2025-11-01', target('C1', 80))).toMatchObject({
      metric: { label: '组织覆盖率' },
      actualText: '73.3%',
      targetText: '80%',
      state: 'open',
    });
  });

  it('is met at the target itself, not only above', () => {
    expect(stateOn('2025-06-01', 'C2', 30)).toBe('met');
    expect(stateOn('2025-06-01', 'C2', 30.1)).toBe('open');
  });

  it('asks for few, not for many, where a list should become empty', () => {
    expect(stateOn('2025-06-01', 'C4', 2)).toBe('met');
    expect(stateOn('2025-06-01', 'C4', 1)).toBe('open');
    expect(standingOn('2025-06-01', target('C4', 1))?.progress).toBe(0.5);
  });

  it.each([
    ['2025-11-30', 'open'],
    ['2025-12-01', 'due'],
    ['2025-12-31', 'due'],
    ['2026-01-01', 'late'],
  ])('on %s is %s', (asOf, state) => expect(stateOn(asOf, 'C1', 80)).toBe(state));

  it('claims nothing without a base', () => {
    const { figures } = counts;
    const empty = { ...counts, figures: { ...figures, C8: { numerator: 0, denominator: 0 } } };
    expect(standingOn('2026-06-01', target('C8', 90), { counts: empty })).toMatchObject({
      actualText: '—',
      progress: null,
      state: 'unknown',
    });
  });

  it('is left out for a metric this version does not know', () => {
    expect(standingOn('2025-06-01', target('C99', 1))).toBeNull();
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
    expect(standingOn('2025-06-01', target('C20.hasVenue', 100), { counts: met })).toMatchObject({
      metric: { label: '有场地达到率', item: 'hasVenue' },
      actualText: '100.0%',
      state: 'met',
      figure: { numerator: denominator, denominator },
    });
  });
});
