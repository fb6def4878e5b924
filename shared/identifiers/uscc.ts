/** Unified social credit code 统一社会信用代码 (GB 32100-2015), 18 characters with a check character mod 31. */
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import type { Problem } from '@shared/problems/problem';
import { organizationCheckOf } from './organization-code';
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

/** No I, O, S, V, Z: they are too easily read as digits. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  S: '5',
  Z: '2',
  V: 'Y',
  L: '1',
  B: '8',
};

/** The unit types of the register that a registration prefix can stand for. */
export type UsccUnitType = 'enterprise' | 'socialOrg' | 'individualBusiness';

interface PrefixKind {
  readonly label: string;
  readonly unitType: UsccUnitType;
}
const prefixKinds: Readonly<Record<string, PrefixKind>> = {
  '91': { label: '企业', unitType: 'enterprise' },
  '92': { label: '个体工商户', unitType: 'individualBusiness' },
  '93': { label: '农民专业合作社', unitType: 'enterprise' },
  '51': { label: '社会团体', unitType: 'socialOrg' },
  '52': { label: '民办非企业单位', unitType: 'socialOrg' },
  '53': { label: '基金会', unitType: 'socialOrg' },
  '31': { label: '律师事务所', unitType: 'socialOrg' },
};
const unitTypeLabels: Readonly<Record<UsccUnitType, string>> = {
  enterprise: '非公有制企业',
  socialOrg: '社会组织',
  individualBusiness: '个体工商户',
};

export interface UsccOptions {
  /** The cell held a number: whatever lies behind its 15th digit is lost. */
  readonly wasNumber?: boolean;
  /** Type the unit is recorded under; a prefix of another type is a warning. */
  readonly unitType?: UsccUnitType | null;
  readonly field?: string | null;
}

/** Check character for the first 17 characters; null when one of them is not in the alphabet. */
export function usccCheckOf(body: string): string | null {
  const values = weights.map((_, i) => alphabet.indexOf(body[i] ?? '?'));
  if (values.includes(-1)) return null;
  const sum = values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? null;
}

/** Registration kind by the first two characters; null = not one of the usual kinds. */
export const usccPrefixKindOf = (code: string): PrefixKind | null => prefixKinds[code.slice(0, 2)] ?? null;

/** Division code at registration, which may have been repealed since. */
export const usccDivisionOf = (code: string): string => code.slice(2, 8);

export const usccOrganizationCodeOf = (code: string): string => code.slice(8, 17);

/**
 * Normalized code, or why there is none. Oddities a right code can have (repealed division, organization code
 * that fails its own check, prefix of another type) are warnings beside the value.
 */
export function parseUscc(text: string, options: UsccOptions = {}): Parsed<string> {
  const field = options.field === undefined ? 'uscc' : options.field;
  const code = normalizeCode(text);
  if (code === '') return nothing;
  const shape = findShapeProblem(code, options.wasNumber ?? false, field);
  if (shape) return refused(shape);
  const expected = usccCheckOf(code);
  if (expected === null || !code.endsWith(expected)) {
    return isTruncatedNumber(code)
      ? refused(problems.usccDamaged({ found: code }, field))
      : refused(problems.usccCheck({ found: code, expected: expected ?? '' }, field));
  }
  return accepted(code, listOddities(code, options.unitType ?? null, field));
}

function findShapeProblem(code: string, wasNumber: boolean, field: string | null): Problem | null {
  if (isScientific(code) || (wasNumber && /^\d{16,}$/.test(code)))
    return problems.usccDamaged({ found: code }, field);
  if (/^\d{15}$/.test(code)) return problems.usccOldNumber({ found: code, kind: 'regNo' }, field);
  if (/^[0-9A-Z]{9}$/.test(code)) return problems.usccOldNumber({ found: code, kind: 'orgCode' }, field);
  const characters = [...code];
  if (characters.length !== 18) return problems.usccLength({ found: code, length: characters.length }, field);
  const index = characters.findIndex(
    (character, i) => !alphabet.includes(character) || (i >= 2 && i < 8 && !/\d/.test(character)),
  );
  if (index < 0) return null;
  const character = characters[index] ?? '';
  return problems.usccCharacter(
    { found: code, character, position: index + 1, lookAlike: lookAlikes[character] ?? null },
    field,
  );
}

function listOddities(code: string, unitType: UsccUnitType | null, field: string | null): Problem[] {
  const found: Problem[] = [];
  const prefix = code.slice(0, 2);
  const kind = usccPrefixKindOf(code);
  if (!kind) found.push(problems.usccUnknownPrefix({ prefix }, field));
  else if (unitType !== null && unitType !== kind.unitType)
    found.push(
      problems.usccPrefix(
        { prefix, prefixLabel: kind.label, unitTypeLabel: unitTypeLabels[unitType] },
        field,
      ),
    );
  const division = usccDivisionOf(code);
  // 100000 is the state's own registration authority.
  if (!hasProvincePrefix(division) && division !== '100000')
    found.push(problems.usccDivision({ division }, field));
  const organization = usccOrganizationCodeOf(code);
  const expected = organizationCheckOf(organization);
  if (!organization.endsWith(expected))
    found.push(problems.usccOrgCode({ found: organization, expected }, field));
  return found;
}
