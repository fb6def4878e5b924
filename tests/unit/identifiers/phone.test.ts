import { parsePhone } from '@shared/identifiers/phone';
import { describe, expect, test } from 'vitest';
import { codesOf } from './codes-of';

describe('phone', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['008619900001111', '19900001111'],
    ["'13800138000 ", '13800138000'],
    ['13800138000.0', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['0551-67712345', '0551-67712345'],
    ['055167712345', '0551-67712345'],
    ['(0551)67712345', '0551-67712345'],
    ['010-12345678-801', '010-12345678-801'],
    ['0551—6771234转801', '0551-6771234-801'],
    ['021 1234 5678', '021-12345678'],
  ])('reads %s as %s', (text, value) => {
    expect(parsePhone(text)).toEqual({ value, problems: [] });
  });

  test.each([
    ['12800138000', 'identifier.phoneMobile'],
    ['1380013800', 'identifier.phoneMobile'],
    ['138001380001', 'identifier.phoneMobile'],
    ['1.38E+10', 'identifier.phoneDamaged'],
    ['67712345', 'identifier.phoneAreaCode'],
    ['138****8000', 'identifier.phoneShape'],
    ['张三', 'identifier.phoneShape'],
  ])('refuses %s with %s', (text, code) => {
    const parsed = parsePhone(text);
    expect(parsed.value).toBeNull();
    expect(codesOf(parsed)).toEqual([code]);
  });

  test('keeps every number of one cell, first one first', () => {
    const parsed = parsePhone('13800138000/0551-67712345');
    expect(parsed.value).toBe('13800138000、0551-67712345');
    expect(codesOf(parsed)).toEqual(['identifier.phoneSeveral']);
  });

  test('a wrong number beside a right one is reported and left out', () => {
    const parsed = parsePhone('13800138000、1380013800');
    expect(parsed.value).toBe('13800138000');
    expect(codesOf(parsed)).toEqual(['identifier.phoneMobile']);
  });

  test('a blank cell is nothing', () => {
    expect(parsePhone(' ')).toEqual({ value: null, problems: [] });
  });
});
