import { industrySections } from '@shared/domain/code-lists';
import { isAboveScale } from '@shared/identifiers/above-scale';
import { industryLabelOf, parseIndustry } from '@shared/identifiers/industry';
import { industryDivisions, industrySectionNames, industryWords } from '@shared/identifiers/industry-table';
import { sizeClassOf } from '@shared/identifiers/size-class';
import { describe, expect, test } from 'vitest';
import { codesOf } from './codes-of';

describe('industry', () => {
  test.each([
    ['C', 'C'],
    ['c13', 'C13'],
    ['C1311', 'C1311'],
    ['1311', 'C1311'],
    ['制造业', 'C'],
    ['C 制造业', 'C'],
    ['C-制造业', 'C'],
    ['(C)', null],
    ['纺织业', 'C17'],
    ['纺织', 'C17'],
    ['批发和零售业', 'F'],
    ['批发零售业', 'F'],
    ['批发零售', 'F'],
    ['零售业', 'F52'],
    ['农林牧渔业', 'A'],
    ['信息传输、软件和信息技术服务业', 'I'],
    ['软件和信息技术服务业', 'I65'],
    ['教育', 'P'],
    ['房地产业', 'K'],
    ['汽车零部件加工', 'C36'],
    ['汽车维修', 'O81'],
    ['农产品加工', 'C13'],
    ['物流运输', 'G'],
    ['卫生和社会工作', 'Q'],
    ['工业', 'C'],
  ])('reads %s as %s', (text, code) => {
    expect(parseIndustry(text).value).toBe(code);
  });

  test.each([
    ['电子商务', 'identifier.industryAmbiguous'],
    ['其他', 'identifier.industryUnknown'],
    ['C99', 'identifier.industryUnknown'],
    ['E13', 'identifier.industryUnknown'],
    ['C 建筑业', 'identifier.industryMismatch'],
  ])('asks about %s with %s', (text, code) => {
    const parsed = parseIndustry(text);
    expect(parsed.value).toBeNull();
    expect(codesOf(parsed)).toEqual([code]);
  });

  test('every official name reads back as its own code', () => {
    for (const [section, name] of Object.entries(industrySectionNames))
      expect(parseIndustry(name).value).toBe(section);
    for (const { section, name } of industryDivisions)
      expect(parseIndustry(name).value?.charAt(0)).toBe(section);
    for (const { section, code } of industryDivisions) expect(parseIndustry(code).value).toBe(section + code);
  });

  test('the table has all 97 divisions in order and is the list of the register', () => {
    expect(industryDivisions.map(({ code }) => Number(code))).toEqual(
      Array.from({ length: 97 }, (_, i) => i + 1),
    );
    expect(industrySections.labels).toEqual(industrySectionNames);
  });

  test('every everyday word names codes that exist', () => {
    for (const meant of Object.values(industryWords))
      for (const code of meant.split('/')) {
        expect(industryLabelOf(code)).not.toBeNull();
        expect(parseIndustry(code).value).toBe(code);
      }
  });
});

const facts = (
  industryCode: string | null,
  staff: number | null,
  revenueWan: number | null,
  assetsWan = null,
) => ({
  industryCode,
  staff,
  revenueWan,
  assetsWan,
});

describe('size class (2017)', () => {
  test.each([
    ['C', 1000, 40_000, 'large'],
    ['C', 999, 40_000, 'medium'],
    ['C', 1000, 39_999, 'medium'],
    ['C13', 300, 2000, 'medium'],
    ['C13', 299, 2000, 'small'],
    ['C13', 1000, 300, 'small'],
    ['C', 20, 300, 'small'],
    ['C', 19, 300, 'micro'],
    ['C', 20, 299, 'micro'],
    ['I65', 300, 10_000, 'large'],
    ['I65', 100, 1000, 'medium'],
    ['I65', 10, 50, 'small'],
    ['I65', 10, 49, 'micro'],
    ['A', 1, 20_000, 'large'],
    ['A', null, 499, 'small'],
    ['F51', 20, 5000, 'medium'],
    ['F52', 50, 500, 'medium'],
    ['H62', 100, 2000, 'medium'],
    ['M', 100, null, 'medium'],
    ['K702', 1000, 5000, 'large'],
    ['G591', 20, 200, 'small'],
    ['G59', 100, 1000, 'medium'],
  ])('%s with %s staff and %s revenue is %s', (industry, staff, revenue, size) => {
    expect(sizeClassOf(facts(industry, staff, revenue))).toEqual({ value: size, problems: [] });
  });

  test.each([
    ['C', null, 500, ['从业人员']],
    ['E', 50, 10_000, ['资产总额']],
    ['F', 60, 700, ['行业大类']],
    [null, 60, 700, ['行业']],
    ['Q', 60, 700, ['行业大类']],
  ])('%s with %s staff and %s revenue says what is missing', (industry, staff, revenue, missing) => {
    const parsed = sizeClassOf(facts(industry, staff, revenue));
    expect(parsed.value).toBeNull();
    expect(parsed.problems[0]?.details).toEqual({ missing });
  });

  test('decides without a measure that could not change the class', () => {
    expect(sizeClassOf(facts('C', 10, null)).value).toBe('micro');
    expect(sizeClassOf(facts('E', 50, 200)).value).toBe('micro');
    expect(sizeClassOf(facts('F', 3, 50)).value).toBe('micro');
  });

  test.each(['J', 'P', 'Q84', 'S95', 'T'])('%s is outside the classification', (industry) => {
    expect(codesOf(sizeClassOf(facts(industry, 50, 500)))).toEqual(['identifier.sizeOutOfScope']);
  });
});

describe('above scale', () => {
  test.each([
    ['C', 2000, true],
    ['C', 1999.9, false],
    ['B', 2000, true],
    ['D44', 2000, true],
    ['F51', 2000, true],
    ['F51', 1999, false],
    ['F52', 500, true],
    ['F52', 499, false],
    ['H61', 200, true],
    ['H', 199, false],
    ['F', 2000, true],
    ['F', 499, false],
  ])('stat: %s with %s 万元 is %s', (industry, revenue, answer) => {
    expect(isAboveScale(facts(industry, 10, revenue), 'stat', '2024-12-31').value).toBe(answer);
  });

  test('stat: the bound for industry was lower before 2011', () => {
    expect(isAboveScale(facts('C', 10, 600), 'stat', '2010-12-31').value).toBe(true);
    expect(isAboveScale(facts('C', 10, 600), 'stat', '2011-01-01').value).toBe(false);
  });

  test('stat: says what is missing and where it has no rule', () => {
    expect(codesOf(isAboveScale(facts('F', 10, 700), 'stat', '2024-12-31'))).toEqual([
      'identifier.aboveScaleUnknown',
    ]);
    expect(codesOf(isAboveScale(facts('C', 10, null), 'stat', '2024-12-31'))).toEqual([
      'identifier.aboveScaleUnknown',
    ]);
    expect(codesOf(isAboveScale(facts('E', 10, 9000), 'stat', '2024-12-31'))).toEqual([
      'identifier.aboveScaleNoRule',
    ]);
  });

  test.each([
    [50, 500, true],
    [99, 500, true],
    [49, 500, false],
    [50, 499, false],
    [null, 499, false],
    [49, null, false],
    [100, 500, false],
  ])('s1_2: %s staff and %s 万元 is %s', (staff, revenue, answer) => {
    expect(isAboveScale(facts(null, staff, revenue), 's1_2', '2010-06-30').value).toBe(answer);
  });

  test('s1_2: the gap above 99 staff is pointed out', () => {
    expect(codesOf(isAboveScale(facts('C', 100, 500), 's1_2', '2010-06-30'))).toEqual([
      'identifier.aboveScaleGap',
    ]);
    expect(isAboveScale(facts('C', null, 500), 's1_2', '2010-06-30').problems[0]?.details).toEqual({
      missing: ['从业人员'],
    });
  });
});
