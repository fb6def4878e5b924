/**
 * The days on which comparisons with a recorded date turn over. Dates are compared as text everywhere (shared/domain
 * values), so a recorded date may be shorter than a day, carry a time, or be no real day (2021-02-30): the answer is
 * always the first real day that text comparison puts on the asked side. null = no such day.
 */
import { addDays, addMonths, isRealDay } from '@shared/lib/day';

/** First day d with `date <= d`. */
export function firstDayFrom(date: string | null): string | null {
  if (date === null || !/^\d{4}(-|$)/.test(date)) return null;
  const day = date.slice(0, 10);
  if (isRealDay(day)) return date.length > 10 ? addDays(day, 1) : day;
  const [year = '', month = ''] = day.split('-');
  if (month === '' || month < '01') return `${year}-01-01`;
  if (month > '12') return nextYear(year);
  const first = `${year}-${month}-01`;
  if (!isRealDay(first)) return null;
  return day <= first ? first : addMonths(first, 1);
}

/** First day d with `date < d`. */
export function firstDayAfter(date: string | null): string | null {
  const first = firstDayFrom(date);
  return first !== null && first === date ? addDays(first, 1) : first;
}

/** First day d on which the same day `months` earlier has reached the date: `date <= addMonths(d, -months)`. */
export function firstDayReaching(date: string | null, months: number): string | null {
  return firstWithMonthsBefore(firstDayFrom(date), months);
}

/** First day d on which the same day `months` earlier has passed the date: `date < addMonths(d, -months)`. */
export function firstDayPassing(date: string | null, months: number): string | null {
  return firstWithMonthsBefore(firstDayAfter(date), months);
}

/** In a shorter month the last day stands for the missing ones, so the first match may be the day after it. */
function firstWithMonthsBefore(day: string | null, months: number): string | null {
  if (day === null) return null;
  const same = addMonths(day, months);
  return addMonths(same, -months) >= day ? same : addDays(same, 1);
}

/** First day of the year a date is in, or of a later one. */
export const newYearOf = (date: string, yearsLater = 0): string | null =>
  /^\d{4}/.test(date) ? newYear(Number(date.slice(0, 4)) + yearsLater) : null;

export const newYear = (year: number): string | null =>
  year > 9999 ? null : `${String(year).padStart(4, '0')}-01-01`;

const nextYear = (year: string): string | null => newYear(Number(year) + 1);
