/** What the desktop program does by itself on this computer. Everything is on until somebody turns it off. */
import type { Preferences } from './platform';

const off = 'off';
const keys = { dutyNotice: 'duty-notice', countyUpdates: 'county-updates' } as const;
export type DesktopHabit = keyof typeof keys;

export const isHabitOn = (preferences: Preferences, habit: DesktopHabit): boolean =>
  preferences.get(keys[habit]) !== off;

export const setHabit = (preferences: Preferences, habit: DesktopHabit, isOn: boolean): void =>
  preferences.set(keys[habit], isOn ? null : off);

/**
 * For what happens once a day: true the first time it is asked on a day, false afterwards.
 * @param day YYYY-MM-DD
 */
export function isFirstToday(preferences: Preferences, habit: DesktopHabit, day: string): boolean {
  const key = `${keys[habit]}-day`;
  if (preferences.get(key) === day) return false;
  preferences.set(key, day);
  return true;
}
