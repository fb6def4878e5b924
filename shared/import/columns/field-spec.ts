/** What an importer knows about a field: how its column may be headed and how its cells are read. */
import type { ChoiceName } from './choice-words';

/** Names of the cell parsers of step 04. */
export type ParseKind =
  | 'text'
  | 'unitName'
  | 'orgName'
  | 'personName'
  | 'people'
  | 'nameAndPhone'
  | 'unitAndPost'
  | 'list'
  | 'uscc'
  | 'phone'
  | 'idNo'
  | 'industry'
  | 'ethnicity'
  | 'count'
  | 'wan'
  | 'area'
  | 'percent'
  | 'date'
  | 'month'
  | 'period'
  | 'fullMembers'
  | 'yesNo'
  | 'tick'
  | 'fullTime'
  | 'visits'
  | 'facilities'
  | 'choice'
  | 'ignore';

export interface FieldSpec {
  /** Record and dotted path: `unit.owner.name`; `row.…` is used while reading and stored nowhere. */
  readonly field: string;
  readonly parse: ParseKind;
  /** `heading`, or `group/heading` where the heading alone would be ambiguous. */
  readonly headings: readonly string[];
  readonly choice: ChoiceName | null;
  /** Label of a `row.` field; other labels come from the model. */
  readonly label: string | null;
  /** How far its headings stand back behind others for the same column or field; 0 = not at all. */
  readonly standsBack: number;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** @param headings separated by white space */
export const spec = (
  field: string,
  parse: ParseKind,
  headings: string,
  label: string | null = null,
): FieldSpec => ({
  field,
  parse,
  headings: words(headings),
  choice: null,
  label,
  standsBack: 0,
});

/** Headings that count more than the field: taken for it only where no column says it outright. */
export const broadSpec = (field: string, parse: ParseKind, headings: string): FieldSpec => ({
  ...spec(field, parse, headings),
  standsBack: 0.2,
});

/** What such a heading means once another column says the field outright. */
export const restSpec = (field: string, parse: ParseKind, headings: string, label: string): FieldSpec => ({
  ...spec(field, parse, headings, label),
  standsBack: 0.3,
});

/** An enumerated field: one column of words, or a group of columns with ticks under one of the headings. */
export const choiceSpec = (field: string, choice: ChoiceName, headings: string): FieldSpec => ({
  field,
  parse: 'choice',
  headings: words(headings),
  choice,
  label: null,
  standsBack: 0,
});

/** Columns everybody has and nobody imports. */
export const ignoredHeadings = spec(
  'row.ignored',
  'ignore',
  '序号 编号 序 No 变动情况 照片 签字 是否商务楼宇',
  '不导入',
);
