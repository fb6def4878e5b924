/** What must hold for any input: numbers and dates in every spelling, headings anywhere, columns in any order. */

import { parseDelimited } from '@renderer/workers/workbook/parse-delimited';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { parseChineseNumber } from '@shared/import/parsers/parse-chinese-number';
import { dayOfSerial, parseDate, parseDateNumber } from '@shared/import/parsers/parse-date';
import { parseNumber } from '@shared/import/parsers/parse-number';
import { isRealDay } from '@shared/lib/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Content, readOne, today } from './sheet-builder';

const context = { asOf: today, isDate1904: false };
const day = fc.tuple(
  fc.integer({ min: 1950, max: 2026 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const pad = (value: number): string => String(value).padStart(2, '0');

/** As a Chinese reader writes a number below ten thousand. */
function toChinese(value: number): string {
  const digits = [...'零一二三四五六七八九'];
  if (value < 10) return digits[value] ?? '';
  let [text, needsZero] = ['', false];
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) needsZero = text !== '';
    else {
      text += `${needsZero ? '零' : ''}${digits[digit]}${name}`;
      needsZero = false;
    }
  }
  return text.replace(/^一十/, '十');
}

describe('numbers', () => {
  it('reads a whole number in digits, with separators, full width and Chinese numerals alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (value) => {
        const spellings = [
          String(value),
          value.toLocaleString('en-US'),
          ` ${value} `,
          `${value}人`,
          String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
          toChinese(value),
        ];
        for (const spelling of spellings) {
          const parsed = parseNumber(spelling);
          expect([spelling, parsed.value, parsed.problems.length]).toEqual([spelling, value, 0]);
        }
        expect(parseChineseNumber(toChinese(value))).toBe(value);
      }),
    );
  });
  it('never turns text into a number in silence', () => {
    fc.assert(
      fc.property(fc.string(), (content) => {
        const { value, problems, note } = parseNumber(content);
        // A number comes from digits or numerals; anything more than the number is kept as a note.
        if (value !== null && value !== 0)
          expect(/[\d一二三四五六七八九十百千两０-９壹-玖]/.test(content.normalize('NFKC'))).toBe(true);
        if (value === null) expect(note).toBeNull();
        expect(problems.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});

describe('dates', () => {
  it('reads every spelling of a day to the same day', () => {
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const iso = `${year}-${pad(month)}-${pad(date)}`;
        const spellings = [
          iso,
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          `${year}${pad(month)}${pad(date)}`,
          `${iso} 00:00:00`,
        ];
        for (const spelling of spellings)
          expect([spelling, parseDate(spelling, context)]).toEqual([
            spelling,
            { value: iso, problems: [], choices: [] },
          ]);
      }),
    );
  });
  it('reads year and month without inventing a day', () => {
    fc.assert(
      fc.property(day, ([year, month]) => {
        for (const spelling of [
          `${year}.${pad(month)}`,
          `${year}-${month}`,
          `${year}年${month}月`,
          `${year}${pad(month)}`,
        ])
          expect(parseDate(spelling, context).value).toBe(`${year}-${pad(month)}`);
      }),
    );
  });
  it('turns serials of both systems into days that follow each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 70_000 }), fc.boolean(), (serial, isDate1904) => {
        const [one, next] = [dayOfSerial(serial, isDate1904), dayOfSerial(serial + 1, isDate1904)];
        expect(isRealDay(one)).toBe(true);
        expect(Date.parse(next) - Date.parse(one)).toBe(86_400_000);
      }),
    );
  });
  it('gives a real date, a question or an error for anything, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.integer()), (content) => {
        const parsed =
          typeof content === 'number' ? parseDateNumber(content, context) : parseDate(content, context);
        if (parsed.value !== null)
          expect(isRealDay(parsed.value + '-01-01'.slice(parsed.value.length - 4))).toBe(true);
        for (const choice of parsed.choices) expect(choice).toMatch(/^\d{4}(-\d{2}){0,2}$/);
      }),
    );
  });
});

const columns: readonly (readonly [string, Content])[] = [
  ['企业名称', '甲木食品有限公司'],
  ['统一社会信用代码', '91340123MA9TXYX10L'],
  ['法定代表人', '王一'],
  ['从业人员', 52],
  ['党员数', 7],
  ['是否规上', '是'],
  ['联系电话', '13800138000'],
  ['工会', '有'],
];

describe('headings', () => {
  it('reads the same record wherever the heading stands and however columns are ordered', () => {
    const shuffled = fc.shuffledSubarray([...columns], { minLength: columns.length });
    const above = fc.array(
      fc.constantFrom<Content[]>([], ['某镇台账'], ['填报单位：某镇', null, '2026年6月']),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(shuffled, above, fc.integer({ min: 0, max: 3 }), (order, rowsAbove, gap) => {
        const indent = Array<Content>(gap).fill(null);
        const rows = [
          ...rowsAbove,
          [...indent, ...order.map(([heading]) => heading)],
          [...indent, ...order.map(([, value]) => value)],
        ];
        const sheet = readOne(rows);
        expect(sheet.headerRows).toEqual([rowsAbove.length + 1]);
        expect(sheet.units).toHaveLength(1);
        expect(sheet.units[0]?.values).toMatchObject({
          name: '甲木食品有限公司',
          uscc: '91340123MA9TXYX10L',
          legalRep: '王一',
          staff: 52,
          'declared.members': 7,
          aboveScale: true,
          'contact.phone': '13800138000',
          'massOrgs.union.has': true,
        });
      }),
      { numRuns: 60 },
    );
  });
  it('loses no row: every filled row is a record, skipped with a reason, or above the heading', () => {
    const content = fc.oneof(
      fc.constantFrom<Content>(null, '合计', '甲木食品有限公司', '填报人：王', '√', 5, '备注'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(content, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (body) => {
        const sheet = readOne([['企业名称', '职工人数', '党员数'], ...body]);
        const filled = body.flatMap((row, i) =>
          row.some((one) => one !== null && String(one).trim() !== '') ? [i + 2] : [],
        );
        const seen = [
          ...sheet.units.map(({ row }) => row),
          ...sheet.partyOrgs.map(({ row }) => row),
          ...sheet.skippedRows.map(({ row }) => row),
        ];
        if (sheet.headerRows.length === 1) for (const row of filled) expect(seen).toContain(row);
      }),
    );
  });
});

describe('files', () => {
  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const cells = await readCells(bytes, '随机.xls');
        if (cells.sheets.length === 0) expect(cells.problems).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
  it('reads back any cells written as quoted text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(parseDelimited(text, ',')).toEqual(rows);
        },
      ),
    );
  });
});
