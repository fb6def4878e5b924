import { dutyNotice } from '@renderer/app/shell/duty-notice';
import { isFirstToday, isHabitOn, setHabit } from '@renderer/platform/desktop-preferences';
import { localPreferences } from '@renderer/platform/preferences';
import type { Duty, DutyState } from '@shared/duties/duty';
import { describe, expect, it } from 'vitest';
import { withoutPersonalData } from '../../../electron/main/files/without-personal-data';

const freshPreferences = () => {
  const values = new Map<string, string>();
  return localPreferences(() => ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }));
};

const dutiesOf = (...states: DutyState[]): Duty[] =>
  states.map((state, index) => ({
    id: String(index),
    kind: 'visit',
    subject: { collection: 'units', id: String(index) },
    name: '青溪镇某某公司',
    situation: '',
    rule: '',
    source: '',
    dueOn: null,
    state,
    placeIds: [],
  }));

describe('what the program does by itself', () => {
  it('is on until it is turned off, each for itself', () => {
    const preferences = freshPreferences();
    expect(isHabitOn(preferences, 'dutyNotice')).toBe(true);
    setHabit(preferences, 'dutyNotice', false);
    expect(isHabitOn(preferences, 'dutyNotice')).toBe(false);
    expect(isHabitOn(preferences, 'countyUpdates')).toBe(true);
    setHabit(preferences, 'dutyNotice', true);
    expect(isHabitOn(preferences, 'dutyNotice')).toBe(true);
  });

  it('happens once on a day, also when the clock goes back', () => {
    const preferences = freshPreferences();
    const days = ['2026-11-21', '2026-11-21', '2026-11-22', '2026-11-22', '2026-11-01'];
    expect(days.map((day) => isFirstToday(preferences, 'dutyNotice', day))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(isFirstToday(preferences, 'countyUpdates', '2026-11-01')).toBe(true);
  });
});

describe('the notice of duties', () => {
  it('counts what is late and what is due this week, and names nobody', () => {
    expect(dutyNotice(dutiesOf('overdue', 'thisWeek', 'overdue', 'thisMonth', 'open'))).toBe(
      '已逾期 2 件，本周到期 1 件。',
    );
    expect(dutyNotice(dutiesOf('thisWeek'))).toBe('本周到期 1 件。');
  });

  it('stays away when nothing presses', () => {
    expect(dutyNotice(dutiesOf('thisMonth', 'later', 'open'))).toBeNull();
    expect(dutyNotice([])).toBeNull();
  });
});

describe('the saved log', () => {
  it('leaves out the name in folder names and numbers as long as a phone or a resident id', () => {
    expect(
      withoutPersonalData(
        'at /home/zhangsan/data 13900000000 52010119900101123X 1024 0.1.0',
        '/home/zhangsan',
      ),
    ).toBe(`at ~/data ${'*'.repeat(11)} ${'*'.repeat(18)} 1024 0.1.0`);
    expect(withoutPersonalData('2026-11-21 08:00:00.123', '')).toBe('2026-11-21 08:00:00.123');
  });
});
