/** Readers of names and free text. */
import { parsePhone } from '@shared/identifiers/phone';
import { tidyText } from '@shared/lib/text';
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import type { FieldValue } from '../model';
import { parseChoice } from '../parsers/parse-choice';
import { looksLikePerson, parsePeople, splitNameAndPhone, splitUnitAndPost } from '../parsers/parse-people';
import { looksLikeUnitName, parseUnitName, splitUnitNames } from '../parsers/parse-unit-name';
import { parseYesNo } from '../parsers/parse-yes-no';
import { isBlankSign, tidyName } from '../parsers/tidy-text';
import { textOf } from '../sheet-view';
import { phonesIn } from './read-codes';
import { doubt, inField, one, type Reader } from './reading';

export const text: Reader = (cell, spec) => {
  const tidy = tidyText(textOf(cell));
  if (tidy === '' || isBlankSign(tidy)) return one(spec, null);
  return tidy.length <= 500
    ? one(spec, tidy)
    : one(spec, tidy.slice(0, 500), [
        doubt(problems.tooLong({ label: labelOf(spec.field), length: tidy.length }, spec.field)),
      ]);
};

export const name: Reader = (cell, spec) => {
  const tidy = tidyName(textOf(cell));
  return one(spec, tidy === '' || isBlankSign(tidy) ? null : tidy);
};

/** 是, √ or 否 in a column for the org's name says whether there is one, not what it is called. */
export const orgName: Reader = (cell, spec, context) => {
  const answer = parseYesNo(textOf(cell));
  if (typeof answer === 'boolean')
    return { values: { [spec.field]: null, 'row.orgNamed': answer }, doubts: [] };
  // 支部 in such a column says what kind it is.
  const tier = parseChoice(textOf(cell), 'tier');
  if (tier.kind === 'code' && tier.isSure)
    return {
      values: { [spec.field]: null, 'partyOrg.tier': tier.code, 'row.orgNamed': true },
      doubts: [],
    };
  return name(cell, spec, context);
};
export const personName: Reader = (cell, spec) => {
  const found = splitNameAndPhone(textOf(cell));
  const names = parsePeople(textOf(cell));
  if (names.length > 1) {
    const label = labelOf(spec.field);
    return one(spec, names.join('、'), [doubt(problems.severalPeople({ label, names }, spec.field))]);
  }
  return one(spec, names[0] ?? (found.phone === null ? null : found.name));
};

export const people: Reader = (cell, spec) => {
  const names = parsePeople(textOf(cell));
  const label = labelOf(spec.field);
  const odd = names.filter((found) => !looksLikePerson(found));
  const phones = phonesIn(textOf(cell));
  const phoneField = spec.field.replace(/^(row\..+)Names$/, '$1Phone');
  const isPhoned = phoneField !== spec.field && phones !== null;
  const { values, doubts } = one(spec, names, [
    ...(names.length > 1 ? [doubt(problems.severalPeople({ label, names }, spec.field))] : []),
    ...odd.map((found) => doubt(problems.notPersonName({ found, label }, spec.field))),
  ]);
  return { values: { ...values, ...(isPhoned ? { [phoneField]: phones } : {}) }, doubts };
};

export const nameAndPhone: Reader = (cell, spec) => {
  const found = splitNameAndPhone(textOf(cell));
  const phone = found.phone === null ? null : parsePhone(found.phone);
  const isInstructor = spec.field === 'row.instructor';
  const nameKey = isInstructor ? 'row.instructorNames' : `${spec.field}.name`;
  const phoneKey = isInstructor ? 'row.instructorPhone' : `${spec.field}.phone`;
  return {
    values: {
      [nameKey]: isInstructor ? parsePeople(found.name ?? '') : found.name,
      [phoneKey]: phone?.value ?? null,
    },
    doubts: (phone?.problems ?? []).map((problem) => doubt(inField(problem, phoneKey))),
  };
};

export const unitAndPost: Reader = (cell, { field }) => {
  const { unit, post } = splitUnitAndPost(textOf(cell));
  const values: Record<string, FieldValue> =
    field === 'row.workUnitAndPost'
      ? { 'row.workUnit': firmIn(textOf(cell)) ?? unit }
      : { 'instructor.fromUnit': unit, 'instructor.post': post };
  return { values, doubts: [] };
};

/** 金工机械有限公司 车工: what stands before the space, when it ends as firms end. */
function firmIn(text: string): string | null {
  const [first = '', ...others] = tidyText(text).split(' ');
  return others.length > 0 && looksLikeUnitName(first) ? first : null;
}

/** Fields whose cell may name several units. */
const unitLists = new Set(['assignment.unitName', 'row.covers', 'row.hostUnit']);

export const list: Reader = (cell, spec) => {
  const content = textOf(cell);
  if (isBlankSign(content)) return one(spec, []);
  if (unitLists.has(spec.field)) return one(spec, splitNamedUnits(content));
  const parts = content.split(/[、,，;；\n\r]+/).map(tidyText);
  return one(
    spec,
    parts.filter((part) => part !== '' && !isBlankSign(part) && part !== '无'),
  );
};

/** Names of units: apart only when every part looks like one; a number in front (1.) is dropped. */
function splitNamedUnits(content: string): string[] {
  const numbered = content.replace(/(?:^|(?<=[\n\r、,，;； ]))\d{1,2}[.、．)）]\s*(?=\D)/g, '、');
  const trimmed = numbered.replace(/^[、\s]+/, '');
  const isSpaced = numbered !== content || trimmed.split(/\s+/).every(looksLikeUnitName);
  const marked = isSpaced ? trimmed.trim().replace(/\s+/g, '、') : trimmed;
  return splitUnitNames(marked, 'list')
    .map((part) => parseUnitName(part).name)
    .filter((part) => part !== '' && part !== '无');
}
