import { organizationCheckOf, parseOrganizationCode } from '@shared/identifiers/organization-code';
import {
  parseUscc,
  usccCheckOf,
  usccDivisionOf,
  usccOrganizationCodeOf,
  usccPrefixKindOf,
} from '@shared/identifiers/uscc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codesOf } from './codes-of';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const digits = [...'0123456789'];
const prefixes = ['91', '92', '93', '51', '52', '53', '31'];
const validUscc = fc
  .tuple(
    fc.constantFrom(...prefixes),
    fc.constantFrom('340123', '110105', '350100'),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  )
  .map(([prefix, division, rest]) => {
    const body = prefix + division + rest.join('');
    return body + usccCheckOf(body);
  })
  // An all-digit code that ends in zeros looks like one a spreadsheet rounded; it has its own cases below.
  .filter((code) => /[A-Z]/.test(code));

describe('unified social credit code', () => {
  test.each([
    ['91350100M000100Y43', '企业', '350100'],
    ['91340123MA9TXYX10L', '企业', '340123'],
    ['51340123MJE000013G', '社会团体', '340123'],
    ['52340123MJE0000218', '民办非企业单位', '340123'],
    ['92340123MA9TXYX379', '个体工商户', '340123'],
  ])('accepts %s', (code, kind, division) => {
    const { value } = parseUscc(code);
    expect(value).toBe(code);
    expect(usccPrefixKindOf(code)?.label).toBe(kind);
    expect(usccDivisionOf(code)).toBe(division);
  });

  test.each([
    ['91340123MA9TXYX100', 'identifier.usccCheck'],
    ['91340123MA9TYXX10L', 'identifier.usccCheck'],
    ['91340123OA9TXYX10L', 'identifier.usccCharacter'],
    ['9134O123MA9TXYX10L', 'identifier.usccCharacter'],
    ['91340123MA9TXYX10', 'identifier.usccLength'],
    ['91340123MA9TXYX10LL', 'identifier.usccLength'],
    ['9.1340123E+17', 'identifier.usccDamaged'],
    ['9.13E+17', 'identifier.usccDamaged'],
    ['913401230000000000', 'identifier.usccDamaged'],
    ['340123000012345', 'identifier.usccOldNumber'],
    ['MA9TXYX14', 'identifier.usccOldNumber'],
  ])('refuses %s with %s', (text, code) => {
    const parsed = parseUscc(text);
    expect(parsed.value).toBeNull();
    expect(codesOf(parsed)).toEqual([code]);
  });

  test('reads through spaces, hyphens, full width, lower case and a leading apostrophe', () => {
    for (const text of [
      ' 91340123-MA9TXYX10L ',
      '９１３４０１２３ＭＡ９ＴＸＹＸ１０Ｌ',
      '91340123ma9txyx10l',
      "'91340123 MA9T XYX1 0L",
      '91340123\u00a0MA9TXYX10L\n',
    ])
      expect(parseUscc(text).value).toBe('91340123MA9TXYX10L');
  });

  test('a blank cell is nothing, not a problem', () => {
    expect(parseUscc(' 　')).toEqual({ value: null, problems: [] });
  });

  test('a number cell is damaged even when its rounded digits happen to pass the check', () => {
    const lucky = Array.from({ length: 1000 }, (_, i) => `91340123${String(i).padStart(7, '0')}000`).find(
      (code) => parseUscc(code).value !== null,
    );
    expect(lucky).toBeDefined();
    expect(codesOf(parseUscc(lucky ?? '', { wasNumber: true }))).toEqual(['identifier.usccDamaged']);
  });

  test('the expected check character is a hint in the sentence, never the value', () => {
    const [problem] = parseUscc('91340123MA9TXYX100').problems;
    expect(problem?.details).toMatchObject({ expected: 'L' });
    expect(problem?.text).toContain('末位应为“L”');
    expect(problem?.text).toContain('不要只改末位');
  });

  test('a prefix of another unit type, an unknown prefix and an unknown division only warn', () => {
    expect(codesOf(parseUscc('91340123MA9TXYX10L', { unitType: 'socialOrg' }))).toContain(
      'identifier.usccPrefix',
    );
    expect(codesOf(parseUscc('91340123MA9TXYX10L', { unitType: 'enterprise' }))).not.toContain(
      'identifier.usccPrefix',
    );
    const rare = 'Y1990123MA9TXYX10';
    const parsed = parseUscc(rare + usccCheckOf(rare));
    expect(parsed.value).not.toBeNull();
    expect(codesOf(parsed)).toEqual(
      expect.arrayContaining(['identifier.usccUnknownPrefix', 'identifier.usccDivision']),
    );
  });

  test('an inner organization code that fails its own check only warns', () => {
    const code = '91340123MA9TXYX10L';
    const right = usccOrganizationCodeOf(code).slice(0, 8);
    const wrongCheck = organizationCheckOf(right) === '0' ? '1' : '0';
    const body = code.slice(0, 8) + right + wrongCheck;
    const parsed = parseUscc(body + usccCheckOf(body));
    expect(parsed.value).toBe(body + usccCheckOf(body));
    expect(codesOf(parsed)).toEqual(['identifier.usccOrgCode']);
  });

  test('every valid code is accepted and survives parsing its own value', () => {
    fc.assert(
      fc.property(validUscc, (code) => {
        expect(parseUscc(code).value).toBe(code);
      }),
    );
  });

  test('powers of three times the values, with the check character, make a multiple of 31', () => {
    fc.assert(
      fc.property(validUscc, (code) => {
        const terms = [...code].map((character, i) => {
          const weight = i < 17 ? 3n ** BigInt(i) : 1n;
          return weight * BigInt(alphabet.indexOf(character));
        });
        expect(terms.reduce((sum, term) => sum + term) % 31n).toBe(0n);
      }),
    );
  });

  test('one substituted character is always detected', () => {
    fc.assert(
      fc.property(validUscc, fc.nat(17), fc.constantFrom(...alphabet), (code, at, character) => {
        fc.pre(code[at] !== character);
        expect(parseUscc(code.slice(0, at) + character + code.slice(at + 1)).value).toBeNull();
      }),
    );
  });

  test('two swapped neighbours are always detected', () => {
    fc.assert(
      fc.property(validUscc, fc.nat(16), (code, at) => {
        const [a = '', b = ''] = [code[at], code[at + 1]];
        fc.pre(a !== b);
        expect(parseUscc(code.slice(0, at) + b + a + code.slice(at + 2)).value).toBeNull();
      }),
    );
  });
});

describe('organization code', () => {
  test('is computed with letters as 10 to 35', () => {
    // The code inside 91350100M000100Y43, the standard's own example.
    expect(organizationCheckOf('M000100Y')).toBe('4');
    expect(parseOrganizationCode('M000100Y-4').value).toBe('M000100Y4');
  });

  test('says what is wrong', () => {
    expect(codesOf(parseOrganizationCode('M000100Y5'))).toEqual(['identifier.orgCodeCheck']);
    expect(codesOf(parseOrganizationCode('M000100'))).toEqual(['identifier.orgCodeLength']);
    expect(parseOrganizationCode('').problems).toEqual([]);
  });

  test('one substituted digit is always detected', () => {
    const body = fc.array(fc.constantFrom(...digits), { minLength: 8, maxLength: 8 }).map((d) => d.join(''));
    fc.assert(
      fc.property(body, fc.nat(7), fc.constantFrom(...digits), (code, at, digit) => {
        fc.pre(code[at] !== digit);
        const changed = code.slice(0, at) + digit + code.slice(at + 1);
        expect(parseOrganizationCode(changed + organizationCheckOf(code)).value).toBeNull();
      }),
    );
  });
});
