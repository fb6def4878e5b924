import { checkDivisionParent, divisionLevelOf, parseDivisionCode } from '@shared/identifiers/division-code';
import { describe, expect, test } from 'vitest';
import { codesOf } from './codes-of';

describe('division code', () => {
  test.each([
    ['340000', 'province'],
    ['340100', 'city'],
    ['340123', 'county'],
    ['340123102', 'township'],
    ['340123102201', 'village'],
  ])('%s is a %s', (code, level) => {
    expect(parseDivisionCode(code)).toEqual({ value: code, problems: [] });
    expect(divisionLevelOf(code)).toBe(level);
  });

  test.each([
    ['990123', 'identifier.divisionProvince'],
    ['34012', 'identifier.divisionLength'],
    ['34012310', 'identifier.divisionLength'],
    ['3401231022', 'identifier.divisionLength'],
    ['34O123', 'identifier.divisionCharacter'],
  ])('refuses %s with %s', (text, code) => {
    const parsed = parseDivisionCode(text);
    expect(parsed.value).toBeNull();
    expect(codesOf(parsed)).toEqual([code]);
  });

  test('drops the zeros statistical tables append', () => {
    expect(parseDivisionCode('340123000000').value).toBe('340123');
    expect(parseDivisionCode('340123102000').value).toBe('340123102');
    expect(parseDivisionCode('340100000000').value).toBe('340100');
  });

  test('must begin with the code of its parent', () => {
    expect(checkDivisionParent('340123102', '340123')).toBeNull();
    expect(checkDivisionParent('340123', '340100')).toBeNull();
    expect(checkDivisionParent('340123102201', '340000')).toBeNull();
    expect(checkDivisionParent('340124102', '340123')?.code).toBe('identifier.divisionParent');
    expect(checkDivisionParent('340123', '340123')?.code).toBe('identifier.divisionParent');
  });
});
