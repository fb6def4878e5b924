import { holdsOn } from '@shared/domain/span';
import { addDays, addMonths, chinaDayOf, daysBetween, firstDayOf, isRealDay } from '@shared/lib/day';
import { createIdGenerator } from '@shared/lib/ids';
import { cleanText, squeeze, toHalfWidth } from '@shared/lib/text';
import { catalogue } from '@shared/problems/problem';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('spans', () => {
  test.each([
    ['2021-03-01', null, '2021-03-01', true],
    ['2021-03-01', null, '2021-02-28', false],
    [null, '2021-03-01', '2021-02-28', true],
    [null, '2021-03-01', '2021-03-01', false],
    [null, null, '1999-01-01', true],
    ['2021', null, '2021-01-01', true],
    ['2021-03', '2022', '2021-12-31', true],
    ['2021-03', '2022', '2022-01-01', false],
    ['2021-03-01', '2021-03-01', '2021-03-01', false],
  ])('from %s to %s on %s: %s', (from, to, on, holds) => {
    expect(holdsOn({ from, to }, on)).toBe(holds);
  });

  test('two spans that meet never hold on the same day and leave no gap', () => {
    fc.assert(
      fc.property(day, day, (change, on) => {
        const [before, after] = [
          { from: null, to: change },
          { from: change, to: null },
        ];
        expect(Number(holdsOn(before, on)) + Number(holdsOn(after, on))).toBe(1);
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2021-04-31', false],
    ['2021-13-01', false],
    ['2021-00-10', false],
    ['2021-4-1', false],
    ['2021-04', false],
    ['', false],
  ])('%s is a day: %s', (text, isReal) => {
    expect(isRealDay(text)).toBe(isReal);
  });

  test.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2021-01-15', -1, '2020-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2021-03-31', -1, '2021-02-28'],
    ['2021-08-31', 6, '2022-02-28'],
  ])('%s and %s months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('months later is always a real day, not more than n × 31 days on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
        const to = addMonths(from, months);
        expect(isRealDay(to)).toBe(true);
        expect(daysBetween(from, to)).toBeLessThanOrEqual(months * 31);
        expect(to.slice(8) <= from.slice(8)).toBe(true);
      }),
    );
  });

  test('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  test('partial days begin with their first day', () => {
    expect(['2021', '2021-04', '2021-04-09'].map(firstDayOf)).toEqual([
      '2021-01-01',
      '2021-04-01',
      '2021-04-09',
    ]);
  });

  test('the day in China turns at 16:00 UTC', () => {
    expect(chinaDayOf('2026-06-30T15:59:59.999Z')).toBe('2026-06-30');
    expect(chinaDayOf('2026-06-30T16:00:00.000Z')).toBe('2026-07-01');
    expect(chinaDayOf('2025-12-31T16:00:00Z')).toBe('2026-01-01');
  });
});

describe('ids', () => {
  const counting = (into: Uint8Array): void => {
    into.fill(seed++);
  };
  let seed = 0;

  test('are 26 characters of the alphabet and sort by the time they were made', () => {
    let now = 1_700_000_000_000;
    const newId = createIdGenerator(() => now, counting);
    const ids = Array.from({ length: 40 }, () => {
      now += 1;
      return newId();
    });
    for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(ids.toSorted()).toEqual(ids);
  });

  test('of one instant, or of a clock that was put back, differ and sort as they were made', () => {
    let now = 1_700_000_000_000;
    const newId = createIdGenerator(
      () => now,
      (into) => into.fill(31),
    );
    const ids = Array.from({ length: 100 }, (_, i) => {
      if (i === 50) now -= 60_000;
      return newId();
    });
    expect(ids[1]?.slice(0, 10)).toBe(ids[99]?.slice(0, 10));
    expect(new Set(ids).size).toBe(100);
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe('text', () => {
  test('narrows width, drops what cannot be seen and keeps rare characters', () => {
    expect(toHalfWidth('ＡＢ１２（）\u200b')).toBe('AB12()');
    expect(cleanText(' 甲　 乙\n丙 ')).toBe('甲 乙 丙');
    expect(cleanText('　 ')).toBeNull();
    // As firms are registered: an office's brackets and commas are spelling, digits of the wide keyboard an accident.
    expect(cleanText('青澜县商会（筹），１号')).toBe('青澜县商会（筹），1号');
    expect(squeeze(' 张　三 ')).toBe('张三');
    expect(squeeze('𠮷 田')).toBe('𠮷田');
  });
});

describe('problem catalogue', () => {
  const problems = catalogue('test', {
    tooFew: { severity: 'warning', text: ({ count }: { count: number }) => `只有${count}名。` },
  } as const);

  test('makes data: code with its area, sentence, details and the field it sits on', () => {
    expect(problems.tooFew({ count: 2 }, 'declared.members')).toEqual({
      code: 'test.tooFew',
      severity: 'warning',
      text: '只有2名。',
      field: 'declared.members',
      details: { count: 2 },
    });
    expect(problems.tooFew({ count: 2 }).field).toBeNull();
  });
});
