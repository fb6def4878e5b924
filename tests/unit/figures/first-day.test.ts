import {
  firstDayAfter,
  firstDayFrom,
  firstDayPassing,
  firstDayReaching,
  newYearOf,
} from '@shared/figures/first-day';
import { addDays, addMonths } from '@shared/lib/day';
import { describe, expect, it } from 'vitest';

const days = Array.from({ length: 1200 }, (_, i) => addDays('2023-06-01', i));
/** Whole and shortened dates around a leap day, one with a time, and some that do not exist. */
const dates = [
  ...days.slice(200, 460),
  '2024',
  '2024-02',
  '2024-02-28T09:30',
  '2024-02-29T23:59',
  '2024-02-30',
  '2024-02-00',
  '2024-00',
  '2024-13',
  '2024-13-40',
  '2024-06-31',
];

describe('the day a comparison with a date turns over', () => {
  it('is the first one for which text comparison holds', () => {
    for (const date of dates) {
      expect([date, firstDayFrom(date)]).toEqual([date, days.find((day) => date <= day)]);
      expect([date, firstDayAfter(date)]).toEqual([date, days.find((day) => date < day)]);
    }
  });

  it('counts months back as the figures do, in short months too', () => {
    for (const months of [0, 1, 2, 3, 6, 12, 13]) {
      const before = days.map((day) => [day, addMonths(day, -months)] as const);
      const reaching = dates.map((date) => before.find(([, earlier]) => date <= earlier)?.[0]);
      const passing = dates.map((date) => before.find(([, earlier]) => date < earlier)?.[0]);
      expect(dates.map((date) => firstDayReaching(date, months))).toEqual(reaching);
      expect(dates.map((date) => firstDayPassing(date, months))).toEqual(passing);
    }
  });

  it('is none for what is no date at all', () => {
    for (const text of [null, '', '约2015', '20', '99999-01-01', '2024x'])
      expect(firstDayFrom(text)).toBeNull();
    expect(newYearOf('abc')).toBeNull();
    expect(newYearOf('2024-05', 1)).toBe('2025-01-01');
    expect(newYearOf('9999-05', 1)).toBeNull();
  });
});
