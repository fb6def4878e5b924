/** Resident id 居民身份证 (GB 11643-1999): 18 characters, ISO 7064 mod 11-2 check; 15-digit numbers before 1999. */
import { isRealDay } from '@shared/lib/day';
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import type { Problem } from '@shared/problems/problem';
import {
  accepted,
  isScientific,
  isTruncatedNumber,
  normalizeCode,
  nothing,
  type Parsed,
  refused,
} from './parsed';
import { hasProvincePrefix } from './provinces';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

export interface ResidentId {
  /** 18-character number; null when only the old one is known. */
  readonly idNo: string | null;
  /** 15-digit number of the old kind, when that is what was written. */
  readonly idNoLegacy: string | null;
  /** YYYY-MM-DD. */
  readonly birthOn: string;
  readonly gender: 'male' | 'female';
}

export interface ResidentIdOptions {
  /** Today in China, YYYY-MM-DD: nobody is born later. */
  readonly today: string;
  readonly wasNumber?: boolean;
  readonly field?: string | null;
}

/** Check character for the first 17 digits. */
export function residentCheckOf(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return checks[sum % 11] ?? '';
}

const genderOf = (sequence: string): ResidentId['gender'] =>
  Number(sequence.at(-1)) % 2 === 1 ? 'male' : 'female';
const dayOf = (digits: string): string => `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;

export function parseResidentId(text: string, options: ResidentIdOptions): Parsed<ResidentId> {
  const field = options.field === undefined ? 'idNo' : options.field;
  const code = normalizeCode(text);
  if (code === '') return nothing;
  if (isScientific(code) || (options.wasNumber && /^\d{16,}$/.test(code)))
    return refused(problems.idNoDamaged({ found: code }, field));
  if (/^\d{15}$/.test(code)) return parseLegacy(code, options.today, field);
  const shape = findShapeProblem(code, field);
  if (shape) return refused(shape);
  const content = findContentProblem(code.slice(0, 2), code.slice(6, 14), options.today, field);
  if (content) return refused(content);
  const expected = residentCheckOf(code);
  if (!code.endsWith(expected)) {
    return isTruncatedNumber(code)
      ? refused(problems.idNoDamaged({ found: code }, field))
      : refused(problems.idNoCheck({ expected }, field));
  }
  return accepted({
    idNo: code,
    idNoLegacy: null,
    birthOn: dayOf(code.slice(6, 14)),
    gender: genderOf(code.slice(14, 17)),
  });
}

function parseLegacy(code: string, today: string, field: string | null): Parsed<ResidentId> {
  // Numbers of this kind were issued until 1999, so the century is never in doubt.
  const birth = `19${code.slice(6, 12)}`;
  const content = findContentProblem(code.slice(0, 2), birth, today, field);
  if (content) return refused(content);
  const body = `${code.slice(0, 6)}${birth}${code.slice(12)}`;
  const upgraded = body + residentCheckOf(body);
  return accepted({ idNo: null, idNoLegacy: code, birthOn: dayOf(birth), gender: genderOf(code.slice(12)) }, [
    problems.idNoLegacy({ found: code, upgraded }, field),
  ]);
}

function findShapeProblem(code: string, field: string | null): Problem | null {
  const characters = [...code];
  if (characters.length !== 18) return problems.idNoLength({ length: characters.length }, field);
  const index = characters.findIndex((character, i) => !(i < 17 ? /\d/ : /[\dX]/).test(character));
  if (index < 0) return null;
  return problems.idNoCharacter({ character: characters[index] ?? '', position: index + 1 }, field);
}

function findContentProblem(
  prefix: string,
  birth: string,
  today: string,
  field: string | null,
): Problem | null {
  // 83 stands on the residence permits of Taiwan residents only, never in division codes.
  if (!hasProvincePrefix(prefix) && prefix !== '83') return problems.idNoProvince({ prefix }, field);
  const birthOn = dayOf(birth);
  if (!isRealDay(birthOn)) return problems.idNoBirth({ birth }, field);
  return birthOn < '1900-01-01' || birthOn > today
    ? problems.idNoBirthRange({ birthOn, today }, field)
    : null;
}
