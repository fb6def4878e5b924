import { createFileReminder, isFileBackupDue } from '@renderer/data/backups/file-reminder';
import type { Preferences } from '@renderer/platform/platform';
import { addDays } from '@shared/lib/day';
import { describe, expect, it } from 'vitest';

const begun = '2026-01-10';
const never = { savedOn: null, putOffOn: null };

describe('a backup as a file', () => {
  it('is due a month after the register was begun, and a month after the last one', () => {
    expect(isFileBackupDue(never, begun, addDays(begun, 29))).toBe(false);
    expect(isFileBackupDue(never, begun, addDays(begun, 30))).toBe(true);
    const saved = { savedOn: '2026-06-01', putOffOn: null };
    expect(isFileBackupDue(saved, begun, '2026-06-30')).toBe(false);
    expect(isFileBackupDue(saved, begun, '2026-07-01')).toBe(true);
  });

  it('put off, is not asked for within a week, whichever way the clock goes then', () => {
    const later = { ...never, putOffOn: '2026-06-01' };
    expect(isFileBackupDue(later, begun, '2026-06-07')).toBe(false);
    expect(isFileBackupDue(later, begun, '2026-06-08')).toBe(true);
    expect(isFileBackupDue(later, begun, '2026-05-20')).toBe(true);
  });

  it('saved by a clock ten years ahead, is not believed for ten years', () => {
    expect(isFileBackupDue({ savedOn: '2036-06-01', putOffOn: null }, begun, '2026-06-01')).toBe(true);
    expect(isFileBackupDue({ savedOn: '2026-06-01', putOffOn: '2036-06-01' }, begun, '2026-07-05')).toBe(
      true,
    );
  });
});

it('what was saved and put off outlives the page; a new file ends the pause', () => {
  const values = new Map<string, string | null>();
  const preferences: Preferences = {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
  };
  createFileReminder(preferences).putOff('2026-06-01');
  const again = createFileReminder(preferences);
  expect(again.state.get()).toEqual({ savedOn: null, putOffOn: '2026-06-01' });
  again.saved('2026-06-02');
  expect(createFileReminder(preferences).state.get()).toEqual({ savedOn: '2026-06-02', putOffOn: null });
});
