/** Doubts about columns as problems of the sheet: part of step 03. */
import { importProblems } from '@shared/problems/import-problems';
import { fieldsOf, labelOf } from './columns/field-catalogue';
import type { Match } from './columns/match-heading';
import type { ImportProblem, ReadColumn, SheetKind } from './model';
import { atColumn } from './place';

/** A field a column might have been, whether it became that or not. */
export interface RivalMatch extends Match {
  readonly index: number;
}

const isAsked = ({ confidence, mappedBy }: ReadColumn): boolean =>
  confidence < 0.8 && mappedBy !== 'choice' && mappedBy !== 'memory';

/** What has to be said about the columns: guesses, copied headings, hidden ones, and those left out. */
export function problemsOfColumns(
  columns: readonly ReadColumn[],
  found: readonly RivalMatch[],
  kind: SheetKind,
): ImportProblem[] {
  return columns.flatMap((column): ImportProblem[] => {
    if (column.path.length === 0 && column.field === null) return [];
    const heading = column.path.at(-1) ?? '（无表头）';
    if (column.field === null)
      return column.mappedBy === 'none' ? [unmapped(column, heading, columns, found)] : [];
    const label = labelOf(column.field);
    if (column.code !== null && column.mappedBy === 'content') {
      const group = column.path.at(-2) ?? label;
      const code = choiceLabel(kind, column.field, column.code);
      return [atColumn(column, importProblems.headingCopied({ heading, group, label: code }, column.field))];
    }
    const asked = isAsked(column)
      ? [atColumn(column, importProblems.columnGuessed({ heading, label }, column.field))]
      : [];
    return column.isHidden && column.field !== 'row.ignored'
      ? [...asked, atColumn(column, importProblems.hiddenColumn({ heading }, column.field))]
      : asked;
  });
}

const choiceLabel = (kind: SheetKind, field: string, code: string): string =>
  code === 'other' ? '其他' : `${labelOf(field)}${fieldsOf(kind).byField.has(field) ? '' : code}`;

/** A column nobody claimed: either unknown, or a second one for a field already found. */
function unmapped(
  column: ReadColumn,
  heading: string,
  columns: readonly ReadColumn[],
  found: readonly RivalMatch[],
): ImportProblem {
  const rival = found.find(({ index, score }) => index === column.index && score >= 0.9);
  const holder = rival && columns.find(({ field }) => field === rival.spec.field);
  return rival && holder
    ? atColumn(
        column,
        importProblems.columnDuplicate(
          { heading, other: holder.path.at(-1) ?? '', label: labelOf(rival.spec.field) },
          rival.spec.field,
        ),
      )
    : atColumn(column, importProblems.columnUnknown({ heading }));
}
