/** Readers of dates, yes or no, and enumerated words (H13–H16, H26). */
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from '../columns/field-catalogue';
import { fixOf, labelOfValue } from '../fixes';
import type { Cell, FieldValue } from '../model';
import { codesOf, parseChoice } from '../parsers/parse-choice';
import { dayOfSerial, type ParsedDate, parseDate, parseDateNumber, splitPeriod } from '../parsers/parse-date';
import { parseYesNo } from '../parsers/parse-yes-no';
import { compact } from '../parsers/tidy-text';
import { textOf } from '../sheet-view';
import { doubt, inField, one, type Reader, type ReadingContext } from './reading';

function dateOf(cell: Cell, context: ReadingContext): ParsedDate {
  if (cell.kind === 'number') return parseDateNumber(Number(cell.value), context);
  if (cell.kind !== 'date') return parseDate(textOf(cell), context);
  // A year typed into a cell formatted as a date shows as a day in 1905.
  const serial = cell.serial ?? 0;
  if (Number.isInteger(serial) && serial >= 1950 && serial <= 2100) return parseDate(String(serial), context);
  return { value: String(cell.value) || dayOfSerial(serial, context.isDate1904), problems: [], choices: [] };
}

export const date: Reader = (cell, spec, context) => {
  const parsed = dateOf(cell, context);
  const choices = parsed.choices.map((choice) => fixOf(spec.field, choice));
  return one(
    spec,
    parsed.value,
    parsed.problems.map((problem) => doubt(inField(problem, spec.field), choices)),
  );
};

/** A date, or two with a sign between them: from, and the planned end. */
export const period: Reader = (cell, spec, context) => {
  const parts = cell.kind === 'text' ? splitPeriod(textOf(cell), context) : null;
  if (parts === null) return date(cell, spec, context);
  const [from, to] = parts.map((value) => parseDate(value, context));
  const doubts = [from, to].flatMap((parsed) => parsed?.problems ?? []);
  return {
    values: { [spec.field]: from?.value ?? null, 'assignment.plannedTo': to?.value ?? null },
    doubts: doubts.map((problem) => doubt(inField(problem, spec.field))),
  };
};

export const month: Reader = (cell, spec, context) => {
  const read = date(cell, spec, context);
  const value = read.values[spec.field];
  return {
    ...read,
    values: { [spec.field]: typeof value === 'string' && value.length >= 7 ? value.slice(0, 7) : null },
  };
};

export const yesNo: Reader = (cell, spec, { above }) => {
  const found = textOf(cell);
  const answer = parseYesNo(cell.value);
  if (typeof answer === 'boolean') return one(spec, answer);
  if (answer === 'blank') return one(spec, null);
  if (answer === 'ditto')
    return typeof above === 'boolean'
      ? one(spec, above)
      : one(spec, null, [doubt(problems.dittoWithoutAbove({ found }, spec.field))]);
  return one(spec, null, [
    doubt(problems.notYesNo({ found }, spec.field), [fixOf(spec.field, true), fixOf(spec.field, false)]),
  ]);
};

/** 工会 may hold √, 有, 2018年成立 or the number of members: anything but no means yes, and is asked. */
export const tick: Reader = (cell, spec, context) => {
  if (cell.kind === 'date' || (cell.kind === 'number' && Number(cell.value) > 1))
    return one(spec, true, [
      doubt(problems.tickWithText({ found: textOf(cell), label: labelOf(spec.field) }, spec.field), [
        fixOf(spec.field, true),
        fixOf(spec.field, false),
      ]),
    ]);
  return yesNo(cell, spec, context);
};

export const fullTime: Reader = (cell, spec, context) => {
  const found = compact(textOf(cell));
  if (/^专/.test(found)) return one(spec, true);
  return /^兼/.test(found) ? one(spec, false) : yesNo(cell, spec, context);
};

export const choice: Reader = (cell, spec, { above }) => {
  if (spec.choice === null) return one(spec, textOf(cell));
  const found = textOf(cell).trim();
  if (parseYesNo(found) === 'ditto' && typeof above === 'string') return one(spec, above);
  const parsed = parseChoice(found, spec.choice);
  const label = labelOf(spec.field);
  if (parsed.kind === 'blank') return one(spec, null);
  if (parsed.kind === 'none') return { values: { [spec.field]: null, ...noOrg(spec.field) }, doubts: [] };
  const all = codesOf(spec.choice).map((code) => fixOf(spec.field, code));
  if (parsed.kind !== 'code')
    return one(spec, null, [doubt(problems.choiceUnknown({ found, label }, spec.field), all)]);
  if (parsed.isSure)
    return { values: { [spec.field]: parsed.code, ...socialTypeIn(spec.field, found) }, doubts: [] };
  const value = labelOfValue(spec.field, parsed.code);
  return one(spec, parsed.code, [doubt(problems.choiceOldWord({ found, label, value }, spec.field), all)]);
};

/** 单位类别：民办非企业单位 says which kind of social organization it is, too. */
function socialTypeIn(field: string, found: string): Record<string, FieldValue> {
  if (field !== 'unit.unitType') return {};
  const parsed = parseChoice(found, 'socialType');
  return parsed.kind === 'code' && parsed.isSure ? { 'unit.socialType': parsed.code } : {};
}

/** 组建方式：无 says that there is no Party organization. */
export const noOrg = (field: string): Record<string, FieldValue> =>
  field === 'partyOrg.formation' || field === 'partyOrg.tier' ? { 'row.orgNamed': false } : {};

/** Words of the equipment of a meeting place, for a cell that lists it. */
const facilityWords: readonly (readonly [string, RegExp])[] = [
  ['sign', /标识|标牌|挂牌|门牌/],
  ['flag', /党旗|党徽/],
  ['books', /书|报|刊/],
  ['furniture', /桌|椅|凳/],
  ['av', /电教|电视|投影|远教|远程|电脑|多媒体|音响/],
  ['rulesOnWall', /制度/],
];

/** 标识、党旗: what is listed is there and the rest is not; 无 says that nothing is. */
export const facilities: Reader = (cell, spec) => {
  const found = textOf(cell);
  const isNothing = parseYesNo(found) === false;
  const named = facilityWords.filter(([, pattern]) => pattern.test(found));
  if (named.length === 0 && !isNothing)
    return {
      values: {},
      doubts: [doubt(problems.choiceUnknown({ found, label: labelOf(spec.field) }, spec.field))],
    };
  const listed = new Set(named.map(([code]) => code));
  return {
    values: Object.fromEntries(facilityWords.map(([code]) => [`${spec.field}.${code}`, listed.has(code)])),
    doubts: [],
  };
};
