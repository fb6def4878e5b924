/** Questions about due days that several views ask. Pure; days may be partial. */
import { firstDayOf } from '@shared/lib/day';

/** Within the calendar month of `asOf`. A day known only to the year is due in no particular month. */
export const isThisMonth = (day: string | null, asOf: string): boolean =>
  day !== null && day.length >= 7 && day.slice(0, 7) === asOf.slice(0, 7);

export const isOverdue = (day: string | null, asOf: string): boolean =>
  day !== null && firstDayOf(day) < `${asOf.slice(0, 7)}-01`;
