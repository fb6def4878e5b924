/** One cell to values and what is doubtful about them, by the kind of its column. Used by step 04. */
import { importProblems as problems } from '@shared/problems/import-problems';
import type { FieldSpec, ParseKind } from '../columns/field-spec';
import type { Cell, FieldValue } from '../model';
import { textOf } from '../sheet-view';
import { count, fullMembers, measure, percent, visits } from './read-amounts';
import { choice, date, facilities, fullTime, month, period, tick, yesNo } from './read-answers';
import { ethnicity, idNo, industry, phone, uscc } from './read-codes';
import { list, nameAndPhone, orgName, people, personName, text, unitAndPost } from './read-texts';
import { unitName } from './read-unit-name';
import { doubt, type Reader, type Reading, type ReadingContext } from './reading';

const readers: Readonly<Record<Exclude<ParseKind, 'ignore'>, Reader>> = {
  text,
  unitName,
  orgName,
  personName,
  people,
  nameAndPhone,
  unitAndPost,
  list,
  uscc,
  phone,
  idNo,
  industry,
  ethnicity,
  count,
  wan: measure('wan'),
  area: measure('area'),
  percent,
  date,
  month,
  period,
  fullMembers,
  yesNo,
  tick,
  fullTime,
  visits,
  facilities,
  choice,
};

/** Kinds whose merged cell must not be copied to every row: each copy would be counted. */
export const isCounted = (parse: ParseKind): boolean =>
  parse === 'count' || parse === 'fullMembers' || parse === 'wan' || parse === 'area';

export function readCell(cell: Cell | null, spec: FieldSpec, context: ReadingContext): Reading {
  if (cell === null) return { values: emptyOf(spec), doubts: [] };
  if (cell.kind === 'error')
    return {
      values: emptyOf(spec),
      doubts: [doubt(problems.errorCell({ found: textOf(cell) }, spec.field))],
    };
  if (spec.parse === 'ignore') return { values: {}, doubts: [] };
  return readers[spec.parse](cell, spec, context);
}

/** What an empty cell leaves behind; a column for several fields empties all of them. */
function emptyOf(spec: FieldSpec): Record<string, FieldValue> {
  if (spec.parse === 'ignore' || spec.parse === 'visits' || spec.parse === 'facilities') return {};
  if (spec.parse === 'nameAndPhone' && spec.field !== 'row.instructor')
    return { [`${spec.field}.name`]: null, [`${spec.field}.phone`]: null };
  if (spec.field === 'row.workUnitAndPost') return { 'row.workUnit': null };
  if (spec.parse === 'unitAndPost') return { 'instructor.fromUnit': null, 'instructor.post': null };
  return { [spec.field]: spec.parse === 'people' || spec.parse === 'list' ? [] : null };
}
