import type { NewId } from '@shared/lib/ids';
import type { Preferences } from './platform';

const key = 'deviceName';
const systems: readonly (readonly [RegExp, string])[] = [
  [/UOS|uos/, '统信'],
  [/Kylin|kylin/, '麒麟'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Android/, '安卓'],
  [/iPhone|iPad/, '苹果移动'],
  [/Linux/, 'Linux'],
];

/** A name an office can tell its computers apart by, made once: “Windows电脑-7F3A”. */
export function deviceNameOf(userAgent: string, preferences: Preferences, newId: NewId): string {
  const known = preferences.get(key);
  if (known !== null) return known;
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  const name = `${system}电脑-${newId().slice(-4)}`;
  preferences.set(key, name);
  return name;
}
