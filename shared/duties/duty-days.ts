/** The calendar of duties: weeks from Monday to Sunday, calendar months and quarters. Days are YYYY-MM-DD. */
import { addDays, addMonths, daysBetween } from '@shared/lib/day';

export type DutyPeriod = 'week' | 'month' | 'quarter' | 'half' | 'year';

export interface DaySpan {
  readonly start: string;
  /** Last day of the span. */
  readonly end: string;
}

const months: Readonly<Record<Exclude<DutyPeriod, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};
/** Any Monday. */
const monday = '2018-01-01';

/** The period a day lies in. */
export function periodOf(period: DutyPeriod, day: string): DaySpan {
  if (period === 'week') {
    const since = daysBetween(monday, day) % 7;
    const start = addDays(day, -(since < 0 ? since + 7 : since));
    return { start, end: addDays(start, 6) };
  }
  const length = months[period];
  const into = (Number(day.slice(5, 7)) - 1) % length;
  const start = addMonths(`${day.slice(0, 7)}-01`, -into);
  return { start, end: addDays(addMonths(start, length), -1) };
}

/** The period that follows a span of the same kind. */
export const periodAfter = (period: DutyPeriod, { end }: DaySpan): DaySpan =>
  periodOf(period, addDays(end, 1));

/** Last day of a partial day: 2021 → 2021-12-31, 2021-02 → 2021-02-28. Nobody is late before it. */
export function lastDayOf(partial: string): string {
  if (partial.length === 4) return `${partial}-12-31`;
  return partial.length === 7 ? periodOf('month', `${partial}-01`).end : partial;
}
