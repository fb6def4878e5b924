/**
 * A browser can put no backup outside of itself: there a person saves one as a file from time to time, and is reminded.
 * Days are days of this computer's clock; one that lies as far ahead as behind is believed as little.
 */
import type { Preferences } from '@renderer/platform/platform';
import { daysBetween } from '@shared/lib/day';
import { createObservable } from '../observable';
import type { Observable } from '../register-store';

/** As 设置 · 备份 asks for: at least once a month. */
const dueAfterDays = 30;
/** Peace after 以后再说. */
const pauseDays = 7;

/** Days YYYY-MM-DD; null = never. */
export interface FileBackups {
  readonly savedOn: string | null;
  readonly putOffOn: string | null;
}

export interface FileReminder {
  readonly state: Observable<FileBackups>;
  /** A backup was saved as a file. */
  saved(today: string): void;
  /** Not now. */
  putOff(today: string): void;
}

const savedKey = 'last-file-backup';
const putOffKey = 'file-backup-put-off';

export function createFileReminder(preferences: Preferences): FileReminder {
  const state = createObservable<FileBackups>({
    savedOn: preferences.get(savedKey),
    putOffOn: preferences.get(putOffKey),
  });
  const change = (next: FileBackups) => {
    preferences.set(savedKey, next.savedOn);
    preferences.set(putOffKey, next.putOffOn);
    state.set(next);
  };
  return {
    state,
    saved: (today) => change({ savedOn: today, putOffOn: null }),
    putOff: (today) => change({ ...state.get(), putOffOn: today }),
  };
}

/** @param begunOn the day the register was begun: what was never saved is as old as that */
export function isFileBackupDue({ savedOn, putOffOn }: FileBackups, begunOn: string, today: string): boolean {
  const isPutOff = putOffOn !== null && daysApart(putOffOn, today) < pauseDays;
  return !isPutOff && daysApart(savedOn ?? begunOn, today) >= dueAfterDays;
}

const daysApart = (a: string, b: string): number => Math.abs(daysBetween(a, b));
