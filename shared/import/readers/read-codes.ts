/** Readers of codes and numbers that identify: what a spreadsheet destroyed is refused, never guessed (H10, H11). */
import { ethnicities } from '@shared/domain/code-lists';
import { parseIndustry } from '@shared/identifiers/industry';
import { parsePhone } from '@shared/identifiers/phone';
import { parseResidentId } from '@shared/identifiers/resident-id';
import { parseUscc } from '@shared/identifiers/uscc';
import { toHalfWidth } from '@shared/lib/text';
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import { fixOf } from '../fixes';
import { compact, isBlankSign } from '../parsers/tidy-text';
import { textOf } from '../sheet-view';
import { type Doubt, doubt, one, type Reader } from './reading';

const lookAlikes: Readonly<Record<string, string>> = { O: '0', I: '1', S: '5', Z: '2', V: 'Y' };
/** Holds for most older codes in some counties: shown in the register, too weak to stop an import. */
const leftToRegister = new Set(['identifier.usccOrgCode']);

export const uscc: Reader = (cell, { field }) => {
  const text = textOf(cell);
  if (isBlankSign(text) || /^\s*(?:无|没有|未办理|未登记|暂无)\s*$/.test(text))
    return { values: { [field]: null }, doubts: [] };
  const parsed = parseUscc(text, { wasNumber: cell.kind === 'number', field });
  const isRegNo = parsed.problems.some(
    ({ code, details }) => code === 'identifier.usccOldNumber' && details['kind'] === 'regNo',
  );
  const fix = parsed.value === null ? proposal(text, field) : null;
  const doubts = parsed.problems
    .filter(({ code }) => !leftToRegister.has(code))
    .map((problem): Doubt => (fix === null ? { problem } : { problem, fix }));
  return {
    values: { [field]: parsed.value, ...(isRegNo ? { 'unit.oldRegNo': text.trim() } : {}) },
    doubts,
  };
};

/** 91340123OA9… with the letter O: the digit is proposed only when the check character then agrees. */
function proposal(text: string, field: string): Doubt['fix'] | null {
  const replaced = text.toUpperCase().replace(/[OISZV]/g, (letter) => lookAlikes[letter] ?? letter);
  const { value } = parseUscc(replaced);
  return value === null ? null : fixOf(field, value);
}

export const phone: Reader = (cell, spec) => {
  const parsed = parsePhone(textOf(cell), spec.field);
  const isSaidNone = /^(?:无|没有|暂无|不详)$/.test(compact(textOf(cell))) || isBlankSign(textOf(cell));
  if (isSaidNone) return one(spec, null);
  if (parsed.value === null) {
    const value = phonesIn(textOf(cell));
    const found = textOf(cell).trim();
    if (value !== null) return one(spec, value, [doubt(problems.phoneInText({ found, value }, spec.field))]);
  }
  return one(
    spec,
    parsed.value,
    parsed.problems.map((problem) => doubt(problem)),
  );
};

/** 13800138000（王）, 王英：138…（座机0551-…）: the numbers among words; null when there is none. */
export function phonesIn(text: string): string | null {
  const found = toHalfWidth(text).match(
    /(?<!\d)(?:(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|\(?0\d{2,3}\)?-?\d{7,8})(?!\d)/g,
  );
  return found === null ? null : parsePhone(found.join('、')).value;
}

export const idNo: Reader = (cell, spec, { asOf }) => {
  const parsed = parseResidentId(textOf(cell), {
    today: asOf,
    wasNumber: cell.isBeyondPrecision === true,
    field: spec.field,
  });
  const record = spec.field.replace(/\.idNo$/, '');
  const isPerson = record === 'person';
  return {
    values: {
      [spec.field]: parsed.value?.idNo ?? null,
      ...(isPerson ? { 'person.idNoLegacy': parsed.value?.idNoLegacy ?? null } : {}),
      ...(parsed.value && isPerson
        ? { 'row.idBirthOn': parsed.value.birthOn, 'row.idGender': parsed.value.gender }
        : {}),
    },
    doubts: parsed.problems.map((problem) => doubt(problem)),
  };
};

export const industry: Reader = (cell, spec) => {
  const parsed = parseIndustry(textOf(cell), spec.field);
  return one(
    spec,
    parsed.value,
    parsed.problems.map((problem) => doubt(problem)),
  );
};

export const ethnicity: Reader = (cell, spec) => {
  const found = compact(textOf(cell));
  const full = ethnicities.find((known) => known === found || known === `${found}族`);
  if (full !== undefined || isBlankSign(found)) return one(spec, full ?? null);
  return one(spec, null, [doubt(problems.choiceUnknown({ found, label: labelOf(spec.field) }, spec.field))]);
};
