import { type AnnualTarget, standingOf, targetMetrics } from '@shared/figures/targets';
import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../support/build-documents';
import { countTown } from '../overview/town-count';

const { figures } = countTown().summary;

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
  standingOf(target(metricCode, value), figures, asOf, 1)?.state;

describe('standing of an annual target', () => {
  it('shows the figure as it is printed and the target in the same unit', () => {
    expect(standingOf(target('C1', 80), figures, '2025-11-01', 1)).toMatchObject({
      label: '组织覆盖率',
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
    expect(standingOf(target('C4', 1), figures, '2025-06-01', 1)?.progress).toBe(0.5);
  });

  it.each([
    ['2025-11-30', 'open'],
    ['2025-12-01', 'due'],
    ['2025-12-31', 'due'],
    ['2026-01-01', 'late'],
  ])('on %s is %s', (asOf, state) => expect(stateOn(asOf, 'C1', 80)).toBe(state));

  it('claims nothing without a base', () => {
    const empty = { ...figures, C8: { ...figures.C8, numerator: 0, denominator: 0 } };
    expect(standingOf(target('C8', 90), empty, '2026-06-01', 1)).toMatchObject({
      actualText: '—',
      progress: null,
      state: 'unknown',
    });
  });

  it('is left out for a metric this version does not know', () => {
    expect(standingOf(target('C99', 1), figures, '2025-06-01', 1)).toBeNull();
  });

  it('can be set for figures of units and sites only once each', () => {
    expect(new Set(targetMetrics).size).toBe(targetMetrics.length);
  });
});
