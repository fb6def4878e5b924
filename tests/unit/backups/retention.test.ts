import { isDayMissing, type KeptBackup, surplusBackups } from '@renderer/data/backups/retention';
import { addDays } from '@shared/lib/day';
import { describe, expect, it } from 'vitest';

/** One backup, at ten in the morning of a day. */
const backup = (serial: number, day: string, kind: KeptBackup['head']['kind'] = 'daily'): KeptBackup => ({
  name: `${serial}`,
  head: { kind, serial, madeAt: `${day}T02:00:00.000Z` },
});

/** A backup on every day, and what the rotation leaves after each. */
function afterDays(days: readonly string[], before: readonly KeptBackup[] = []): readonly KeptBackup[] {
  return days.reduce<readonly KeptBackup[]>((kept, day) => {
    const serial = Math.max(0, ...kept.map(({ head }) => head.serial)) + 1;
    const all = kept.concat(backup(serial, day));
    const gone = new Set(surplusBackups(all));
    return all.filter(({ name }) => !gone.has(name));
  }, before);
}

const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, i) => addDays(first, i));
const dayOf = ({ head }: KeptBackup) => head.madeAt.slice(0, 10);

describe('rotation', () => {
  it('leaves the last 14 days and the last of each of 12 months', () => {
    const days = afterDays(daysFrom('2025-01-01', 700)).map(dayOf);
    expect(days.slice(-14)).toEqual(daysFrom('2026-11-18', 14));
    const months = days.slice(0, -14);
    expect(months).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
    ]);
  });

  it('counts days of use, not days of the calendar: a month away costs nothing', () => {
    const days = [...daysFrom('2026-01-01', 14), '2026-03-01'];
    expect(afterDays(days)).toHaveLength(14);
    expect(afterDays(days).map(dayOf)).toContain('2026-01-02');
  });

  it('keeps the newest of a day made twice, and ten of those made before imports', () => {
    expect(surplusBackups([backup(1, '2026-11-20'), backup(2, '2026-11-20')])).toEqual(['1']);
    const imports = Array.from({ length: 12 }, (_, i) => backup(i + 1, '2026-11-20', 'beforeImport'));
    expect(surplusBackups(imports)).toEqual(['2', '1']);
  });

  it('never names the newest, whatever is there', () => {
    expect(surplusBackups([])).toEqual([]);
    expect(surplusBackups([backup(1, '2026-11-20')])).toEqual([]);
  });
});

describe('a clock that jumped', () => {
  const good = afterDays(daysFrom('2026-10-20', 20));

  it.each([
    ['ten years ahead', '2036-11-08'],
    ['ten years back', '2016-11-08'],
  ])('%s for a day: every other good backup stays, and so does the one made then', (_, day) => {
    const after = afterDays([day], good);
    expect(after.map(dayOf)).toContain(day);
    // One day more pushes one day out, as on any other day.
    expect(after.length).toBeGreaterThanOrEqual(good.length - 1);
    const setRight = afterDays(daysFrom('2026-11-09', 12), after).map(dayOf);
    expect(setRight).toEqual(expect.arrayContaining(daysFrom('2026-11-09', 12)));
    expect(setRight).toContain('2026-10-31');
  });

  it('a future date does not stand in for today', () => {
    expect(isDayMissing([backup(1, '2036-11-21')], '2026-11-21')).toBe(true);
    expect(isDayMissing([backup(1, '2026-11-21')], '2026-11-21')).toBe(false);
    expect(isDayMissing([backup(1, '2026-11-21', 'beforeImport')], '2026-11-21')).toBe(true);
  });
});
