/** Groups of columns with ticks: one code per row, or a problem (H16); and what an empty tick box means. */
import { importProblems as problems } from '@shared/problems/import-problems';
import { labelOf } from './columns/field-catalogue';
import type { FieldSpec } from './columns/field-spec';
import { fixOf, labelOfValue } from './fixes';
import type { Cell, FieldValue, ReadColumn, SheetCells } from './model';
import { parseChoice } from './parsers/parse-choice';
import { parseYesNo } from './parsers/parse-yes-no';
import { isBlankSign } from './parsers/tidy-text';
import type { Doubt } from './readers/reading';
import { textOf } from './sheet-view';

export interface OneOfGroup {
  readonly spec: FieldSpec;
  readonly columns: readonly ReadColumn[];
}
export interface GroupReading {
  readonly value: FieldValue;
  readonly doubts: readonly Doubt[];
}

export function readGroup(group: OneOfGroup, cellOf: (column: ReadColumn) => Cell | null): GroupReading {
  const { field, choice } = group.spec;
  const ticked = new Set<string>();
  const doubts: Doubt[] = [];
  for (const column of group.columns) {
    const cell = cellOf(column);
    if (cell === null || column.code === null || isBlankSign(textOf(cell))) continue;
    const answer = parseYesNo(cell.value);
    if (answer === true) ticked.add(column.code);
    if (typeof answer === 'boolean' || answer === 'blank') continue;
    const found = textOf(cell);
    const word = choice === null ? null : parseChoice(found, choice);
    if (word?.kind === 'code' && word.isSure) ticked.add(word.code);
    else {
      const value = meaningOf(group.spec, column.code);
      const label = labelOfValue(field, value);
      doubts.push({ problem: problems.tickWithText({ found, label }, field), fix: fixOf(field, value) });
    }
  }
  const values = [...ticked].map((code) => meaningOf(group.spec, code));
  if (values.length <= 1) return { value: values[0] ?? null, doubts };
  const labels = values.map((value) => labelOfValue(field, value));
  const problem = problems.severalTicks({ labels }, field);
  return {
    value: null,
    doubts: [...doubts, { problem, choices: values.map((value) => fixOf(field, value)) }],
  };
}

/** Columns for yes and for no stand for an answer, all others for a code of the field. */
const meaningOf = ({ choice }: FieldSpec, code: string): string | boolean =>
  choice === null ? code === 'yes' : code;

export const noTick = (field: string): Doubt => ({
  problem: problems.noTick({ label: labelOf(field) }, field),
});

const tickSigns = /^[√✓✔☑■●üþvVR]$/;

/**
 * Columns in which an empty box means no: all boxes of their group hold ticks and nothing else, and at least one
 * is ticked. As soon as somebody wrote 否, 无 or 是 there, empty means unknown again (H15).
 */
export function columnsOfPlainTicks(
  cells: SheetCells,
  columns: readonly ReadColumn[],
  dataRows: readonly number[],
): ReadonlySet<number> {
  const groups = new Map<string, ReadColumn[]>();
  for (const column of columns) {
    const key = column.path.length > 1 ? column.path.slice(0, -1).join('/') : `#${column.index}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const plain = new Set<number>();
  for (const group of groups.values()) {
    const texts = dataRows.flatMap((row) =>
      group.flatMap(({ index }) => {
        const cell = cells.rows[row - 1]?.[index] ?? null;
        return cell === null ? [] : [textOf(cell).trim()];
      }),
    );
    if (texts.length > 0 && texts.every((text) => tickSigns.test(text)))
      for (const { index } of group) plain.add(index);
  }
  return plain;
}
