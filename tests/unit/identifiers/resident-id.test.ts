import { parseResidentId, residentCheckOf } from '@shared/identifiers/resident-id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf } from './codes-of';

const today = '2025-06-30';
const parse = (text: string, wasNumber = false) => parseResidentId(text, { today, wasNumber });
const twoDigits = (value: number) => String(value).padStart(2, '0');
const validId = fc
  .tuple(
    fc.constantFrom('110105', '340123', '510104'),
    fc.integer({ min: 1930, max: 2010 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([division, year, month, day, sequence]) => {
    const body = `${division}${year}${twoDigits(month)}${twoDigits(day)}${String(sequence).padStart(3, '0')}`;
    return body + residentCheckOf(body);
  });

describe('resident id', () => {
  test.each([
    ['11010519491231002X', '1949-12-31', 'female'],
    ['340123198503070014', '1985-03-07', 'male'],
    ['340123199602291028', '1996-02-29', 'female'],
    ['51010419780815003X', '1978-08-15', 'male'],
  ])('accepts %s, born %s, %s', (idNo, birthOn, gender) => {
    expect(parse(idNo)).toEqual({ value: { idNo, idNoLegacy: null, birthOn, gender }, problems: [] });
  });

  test.each([
    ['340123198503070011', 'identifier.idNoCheck'],
    ['340123199702291025', 'identifier.idNoBirth'],
    ['990123198503070015', 'identifier.idNoProvince'],
    ['340123203001010015', 'identifier.idNoBirthRange'],
    ['340123198053070014', 'identifier.idNoBirth'],
    ['340123189912310011', 'identifier.idNoBirthRange'],
    ['34012319850307001', 'identifier.idNoLength'],
    ['3401231985030700O4', 'identifier.idNoCharacter'],
    ['X40123198503070014', 'identifier.idNoCharacter'],
    ['3.40E+17', 'identifier.idNoDamaged'],
    ['340123198503070000', 'identifier.idNoDamaged'],
  ])('refuses %s with %s', (text, code) => {
    const parsed = parse(text);
    expect(parsed.value).toBeNull();
    expect(codesOf(parsed)).toEqual([code]);
  });

  test('reads a small x, spaces, full width and a leading apostrophe', () => {
    for (const text of [
      " '11010519491231002x",
      '110105 19491231 002X',
      '１１０１０５１９４９１２３１００２Ｘ',
    ])
      expect(parse(text).value?.idNo).toBe('11010519491231002X');
  });

  test('a number cell of 18 digits is damaged whatever its check says', () => {
    expect(codesOf(parse('340123198503070014', true))).toEqual(['identifier.idNoDamaged']);
  });

  test('an old 15-digit number is kept apart, with a question', () => {
    const parsed = parse('340123850307001');
    expect(parsed.value).toEqual({
      idNo: null,
      idNoLegacy: '340123850307001',
      birthOn: '1985-03-07',
      gender: 'male',
    });
    expect(parsed.problems[0]).toMatchObject({
      code: 'identifier.idNoLegacy',
      severity: 'question',
      details: { upgraded: '340123198503070014' },
    });
    expect(codesOf(parse('340123851307001'))).toEqual(['identifier.idNoBirth']);
  });

  test('the sentences never repeat the whole number', () => {
    for (const text of ['340123198503070011', '340123199702291025', '34012319850307001'])
      expect(parse(text).problems[0]?.text).not.toContain(text);
  });

  test('powers of two times the digits, with the check character, are 1 modulo 11', () => {
    fc.assert(
      fc.property(validId, (idNo) => {
        const sum = [...idNo].reduce(
          (total, digit, i) => total + 2 ** (17 - i) * (digit === 'X' ? 10 : Number(digit)),
          0,
        );
        expect(sum % 11).toBe(1);
      }),
    );
  });

  test('one substituted digit is always detected', () => {
    fc.assert(
      fc.property(validId, fc.nat(17), fc.constantFrom(...'0123456789'), (idNo, at, digit) => {
        fc.pre(idNo[at] !== digit);
        expect(parse(idNo.slice(0, at) + digit + idNo.slice(at + 1)).value).toBeNull();
      }),
    );
  });

  test('two swapped neighbours are always detected', () => {
    fc.assert(
      fc.property(validId, fc.nat(16), (idNo, at) => {
        const [a = '', b = ''] = [idNo[at], idNo[at + 1]];
        fc.pre(a !== b);
        expect(parse(idNo.slice(0, at) + b + a + idNo.slice(at + 2)).value).toBeNull();
      }),
    );
  });
});
