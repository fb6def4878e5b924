/** Administrative division code 行政区划代码 (GB/T 2260 and GB/T 10114): 6 county, 9 township, 12 village. */
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import { accepted, normalizeCode, nothing, type Parsed, refused } from './parsed';
import { hasProvincePrefix } from './provinces';

export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

/** Zeros that statistical tables append to fill up 12 digits are removed: 340123000000 → 340123. */
export function parseDivisionCode(text: string, field: string | null = 'divisionCode'): Parsed<string> {
  const code = normalizeCode(text);
  if (code === '') return nothing;
  if (!/^\d+$/.test(code)) return refused(problems.divisionCharacter({ found: code }, field));
  if (![6, 9, 12].includes(code.length))
    return refused(problems.divisionLength({ found: code, length: code.length }, field));
  if (!hasProvincePrefix(code))
    return refused(problems.divisionProvince({ found: code, prefix: code.slice(0, 2) }, field));
  return accepted(code.replace(/^(\d{6})(?:000){1,2}$/, '$1').replace(/^(\d{9})000$/, '$1'));
}

/** Level of a parsed code. */
export function divisionLevelOf(code: string): DivisionLevel {
  if (code.length === 12) return 'village';
  if (code.length === 9) return 'township';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The digits every division inside this one begins with. */
const stemOf = (code: string): string => (code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code);

/** null when `code` lies inside `parent` (both parsed), else the problem to show at the field. */
export function checkDivisionParent(code: string, parent: string, field: string | null = 'divisionCode') {
  const stem = stemOf(parent);
  return code.startsWith(stem) && code !== parent
    ? null
    : problems.divisionParent({ found: code, parent: stem }, field);
}
