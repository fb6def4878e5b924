/** Reads a day the way people type it; text in, ISO day or null out. */
import { isRealDay } from '@shared/lib/day';
import { squeeze } from '@shared/lib/text';

const pad = (part: string): string => part.padStart(2, '0');

/**
 * 2024-5-1, 2024.05.01, 2024/5, 2024年5月1日, 20240501, 202405, 2024 → YYYY[-MM[-DD]].
 * null for anything else, also for days that do not exist. Years before 1900 are typing errors here.
 */
export function readDay(text: string): string | null {
  const plain = squeeze(text);
  const compact = /^(\d{4})(\d{2})?(\d{2})?$/.exec(plain);
  const spaced = /^(\d{4})[-./年](?:(\d{1,2})(?:[-./月](?:(\d{1,2})日?)?)?)?$/.exec(plain);
  const [, year, month, date] = compact ?? spaced ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (date === undefined) return `${year}-${pad(month)}`;
  const day = `${year}-${pad(month)}-${pad(date)}`;
  return isRealDay(day) ? day : null;
}
