/** Calendar arithmetic on ISO days (YYYY-MM-DD) without time zones. */
const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for an existing calendar day in YYYY-MM-DD form. */
export function isRealDay(day: string): boolean {
  const [year, month, date] = parts(day);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysInMonth(year, month)
  );
}

/** First day of a partial day: 2021 → 2021-01-01, 2021-04 → 2021-04-01. */
export const firstDayOf = (partial: string): string => partial + '-01-01'.slice(partial.length - 4);

/** Same day n months on; the month's last day where that day does not exist (31 Jan + 1 = 28/29 Feb). */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = parts(day);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return `${pad(y, 4)}-${pad(m)}-${pad(Math.min(date, daysInMonth(y, m)))}`;
}

export function addDays(day: string, days: number): string {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: string, b: string): number {
  const [ay, am, ad] = parts(a);
  const [by, bm, bd] = parts(b);
  return Math.round((Date.UTC(by, bm - 1, bd) - Date.UTC(ay, am - 1, ad)) / 86_400_000);
}

/** The local calendar day in China of an instant; offices there know no other time zone. */
export const chinaDayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
