/** Random field values for a register nobody would keep by hand: every kind of date, span and code, often missing. */
import type { Random } from '@shared/demo/random';

const pad = (value: number): string => String(value).padStart(2, '0');

/** A real day of 2023 to 2026, often near the ends of months, where calendars are unkind. */
export function anyDay(random: Random): string {
  const [year, month] = [random.int(2023, 2026), random.int(1, 12)];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = random.chance(0.5) ? random.pick([1, 2, last - 1, last]) : random.int(1, last);
  return `${year}-${pad(month)}-${pad(date)}`;
}

/** A date as ledgers hold it: shorter now and then, and once in a while one that does not exist. */
export function anyDate(random: Random): string {
  if (random.chance(0.03))
    return random.pick(['2025-02-30', '2025-06-31', '2025-00', '2025-13', '2024-02-29']);
  const day = anyDay(random);
  return random.chance(0.7) ? day : day.slice(0, random.pick([4, 7]));
}

/** Late evenings in UTC are the next day in China. */
export const anyInstant = (random: Random): string =>
  `${anyDay(random)}T${pad(random.int(0, 23))}:30:00.000Z`;

export const maybe = <T>(random: Random, make: () => T, share = 0.6): T | null =>
  random.chance(share) ? make() : null;
export const anyFlag = (random: Random): boolean | null => random.pick([true, false, null]);

export const anySpan = (random: Random) => ({
  from: maybe(random, () => anyDate(random)),
  to: maybe(random, () => anyDate(random), 0.4),
});

export const anyMap = <T>(random: Random, max: number, make: () => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: random.int(0, max) }, (_, i) => [`k${i}`, make()]));
