/** Telephone numbers: mobile (11 digits) and landline with area code, stored as digits and `area-number[-ext]`. */
import { toHalfWidth } from '@shared/lib/text';
import { identifierProblems as problems } from '@shared/problems/identifier-problems';
import { accepted, isScientific, nothing, type Parsed, refused } from './parsed';

const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(?:-(\d{1,6}))?$/;

/**
 * One number, or several in one cell (then all are kept, joined with 、). Spaces, country code, brackets around
 * the area code and a decimal tail left by a number cell are removed.
 */
export function parsePhone(text: string, field: string | null = 'phone'): Parsed<string> {
  const parts = toHalfWidth(text)
    .split(/[、,;/]|(?<=\d{7}) +(?=0\d{2,3}-|1\d{10})/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return nothing;
  const parsed = parts.map((part) => parseOne(part, field));
  const values = parsed.flatMap((one) => (one.value === null ? [] : [one.value]));
  const wrong = parsed.flatMap((one) => one.problems);
  if (values.length === 0) return refused(...wrong);
  const several = values.length > 1 ? [problems.phoneSeveral({ count: values.length }, field)] : [];
  return accepted(values.join('、'), [...several, ...wrong]);
}

function parseOne(part: string, field: string | null): Parsed<string> {
  const number = part
    .replace(/\.0+$/, '')
    .replace(/[\s']/g, '')
    .replace(/[‐-―−]|转/g, '-')
    .replace(/^(?:\+|00)86-?/, '')
    .replace(/^\((0\d{2,3})\)/, '$1-');
  const digits = number.replaceAll('-', '');
  if (isScientific(number.toUpperCase())) return refused(problems.phoneDamaged({ found: part }, field));
  if (mobile.test(digits)) return accepted(digits);
  const [, area, local, extension] = landline.exec(number) ?? [];
  if (area !== undefined && local !== undefined)
    return accepted(`${area}-${local}${extension === undefined ? '' : `-${extension}`}`);
  if (/^[2-9]\d{6,7}$/.test(digits)) return refused(problems.phoneAreaCode({ found: part }, field));
  if (/^1\d{4,15}$/.test(digits))
    return refused(problems.phoneMobile({ found: part, length: digits.length }, field));
  return refused(problems.phoneShape({ found: part }, field));
}
