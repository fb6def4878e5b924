/** What a reader of cells gives and gets. */
import type { Problem } from '@shared/problems/problem';
import type { FieldSpec } from '../columns/field-spec';
import type { Cell, FieldValue, ProblemFix } from '../model';

export interface ReadingContext {
  readonly asOf: string;
  readonly isDate1904: boolean;
  readonly isUntyped: boolean;
  /** Factor of the unit in the column's heading (万元, 元, ㎡). */
  readonly factor: number;
  /** Value of the same field in the row above, for 同上. */
  readonly above: FieldValue;
}

export interface Doubt {
  readonly problem: Problem;
  readonly fix?: ProblemFix;
  readonly choices?: readonly ProblemFix[];
}
export interface Reading {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly doubts: readonly Doubt[];
}

export type Reader = (cell: Cell, spec: FieldSpec, context: ReadingContext) => Reading;

export const one = (spec: FieldSpec, value: FieldValue, doubts: readonly Doubt[] = []): Reading => ({
  values: { [spec.field]: value },
  doubts,
});
export const doubt = (problem: Problem, choices: readonly ProblemFix[] = []): Doubt =>
  choices.length === 0
    ? { problem }
    : choices.length === 1
      ? { problem, ...fixAlone(choices) }
      : { problem, choices };
export const fixAlone = (choices: readonly ProblemFix[]): Pick<Doubt, 'fix'> =>
  choices[0] ? { fix: choices[0] } : {};
export const inField = (problem: Problem, field: string): Problem => ({ ...problem, field });
