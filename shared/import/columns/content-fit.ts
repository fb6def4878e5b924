/** Whether the cells of a column look like what a field holds: a heading alone may say several things. */
import { parsePhone } from '@shared/identifiers/phone';
import { parseUscc } from '@shared/identifiers/uscc';
import { parseChoice } from '../parsers/parse-choice';
import { parseDate, splitPeriod } from '../parsers/parse-date';
import { plainNumber } from '../parsers/parse-number';
import { looksLikePerson, parsePeople, splitNameAndPhone } from '../parsers/parse-people';
import {
  looksLikeOrgName,
  looksLikeUnitName,
  parseUnitName,
  splitUnitNames,
} from '../parsers/parse-unit-name';
import { parseYesNo } from '../parsers/parse-yes-no';
import { compact, isBlankSign } from '../parsers/tidy-text';
import type { ChoiceName } from './choice-words';
import type { FieldSpec, ParseKind } from './field-spec';

/** Dates are told by their spelling; the day of reading does not matter here. */
const anyDay = { asOf: '2000-01-01', isDate1904: false };
const isDate = (text: string): boolean => {
  const { value, choices } = parseDate(text, anyDay);
  return (value !== null || choices.length > 0) && !/^\d{1,2}$/.test(compact(text));
};
const isNumber = (text: string): boolean =>
  plainNumber(compact(text).replace(/^约|[人名个家户次余]+$/g, '')) !== null;
const isAmount = (text: string): boolean =>
  plainNumber(compact(text).replace(/^约|(?:万|亿|千)?元?$|平方米|平米|㎡|m2|亩/gi, '')) !== null;
const isPeople = (text: string): boolean => {
  const names = parsePeople(text);
  return names.length > 0 && names.every((name) => looksLikePerson(name) && !looksLikeUnitName(name));
};
const isFirm = (text: string): boolean =>
  splitUnitNames(text).every((name) => looksLikeUnitName(parseUnitName(name).name));

const tests: Readonly<Partial<Record<ParseKind, (text: string) => boolean>>> = {
  date: isDate,
  month: isDate,
  period: (text) => isDate(text) || splitPeriod(text, anyDay) !== null,
  count: isNumber,
  wan: isAmount,
  area: isAmount,
  phone: (text) => parsePhone(text).value !== null,
  people: isPeople,
  personName: isPeople,
  nameAndPhone: (text) => {
    const { name, phone } = splitNameAndPhone(text);
    return name !== null && phone !== null;
  },
  yesNo: (text) => typeof parseYesNo(text) === 'boolean',
  tick: (text) => typeof parseYesNo(text) === 'boolean',
  fullTime: (text) => /^[专兼]/.test(compact(text)),
  uscc: (text) => parseUscc(text).value !== null,
  idNo: (text) => /^\d{14,17}[\dXx]$/.test(compact(text)),
  unitName: isFirm,
  orgName: looksLikeOrgName,
};

const isSureWord = (text: string, choice: ChoiceName): boolean => {
  const parsed = parseChoice(text, choice);
  return parsed.kind === 'code' && parsed.isSure;
};
/** Too few cells prove nothing. */
const leastSample = 3;

/** Share of the filled cells that fit the field; null when the field takes any text or too little is filled. */
export function contentFit(spec: FieldSpec, texts: readonly string[]): number | null {
  const filled = texts.filter((text) => !isBlankSign(text));
  const test = testOf(spec);
  return test === null || filled.length < leastSample ? null : filled.filter(test).length / filled.length;
}

function testOf(spec: FieldSpec): ((text: string) => boolean) | null {
  const { choice, field } = spec;
  if (choice !== null) return (text) => isSureWord(text, choice);
  if (field === 'assignment.unitName' || field === 'row.covers') return isFirm;
  return tests[spec.parse] ?? null;
}
