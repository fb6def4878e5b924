import { daysOfNewRules } from '@renderer/features/boards/parts/figures';
import { describe, expect, it } from 'vitest';

const pointsOf = (...versions: (string | null)[]) =>
  versions.map((ruleSetVersion, i) => ({ day: `2026-0${i + 1}-28`, ruleSetVersion }));

describe('days of new rules', () => {
  it('are those counted by other rules than the point before', () => {
    expect(daysOfNewRules(pointsOf('2018', '2018', '2026', '2026'))).toEqual(['2026-03-28']);
  });

  it('are none where the register begins', () => {
    expect(daysOfNewRules(pointsOf(null, null, '2018', '2018'))).toEqual([]);
  });
});
