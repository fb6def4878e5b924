/** Organization code 组织机构代码 (GB 11714): eight characters and one check character. */
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import { accepted, normalizeCode, nothing, type Parsed, refused } from './parsed';

const weights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Check character for the first eight characters; letters count A = 10 … Z = 35. */
export function organizationCheckOf(body: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body[i] ?? '0', 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

export function parseOrganizationCode(text: string, field: string | null = null): Parsed<string> {
  const code = normalizeCode(text);
  if (code === '') return nothing;
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code))
    return refused(problems.orgCodeLength({ found: code, length: code.length }, field));
  const expected = organizationCheckOf(code);
  return code.endsWith(expected)
    ? accepted(code)
    : refused(problems.orgCodeCheck({ found: code, expected }, field));
}
