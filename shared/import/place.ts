/** Puts a problem where it stands: sheet, column, row or cell. */
import type { Problem } from '@shared/problems/problem';
import type { Cell, ImportProblem, ProblemFix, ReadColumn } from './model';
import { textOf } from './sheet-view';

export interface Answers {
  readonly fix?: ProblemFix;
  readonly choices?: readonly ProblemFix[];
}

export const atSheet = (problem: Problem): ImportProblem => ({
  ...problem,
  row: null,
  column: null,
  columnIndex: null,
  original: null,
});

/** Heading a problem is filed under: the leaf, or the group of a one-of column. */
export const headingOf = (column: ReadColumn): string | null =>
  column.path.at(column.code !== null && column.path.length > 1 ? -2 : -1) ?? null;

export const atColumn = (column: ReadColumn, problem: Problem): ImportProblem => ({
  ...atSheet(problem),
  column: column.path.at(-1) ?? null,
  columnIndex: column.index,
});

export const atRow = (row: number, problem: Problem, answers: Answers = {}): ImportProblem => ({
  ...atSheet(problem),
  row,
  ...answers,
});

export const atCell = (
  row: number,
  column: ReadColumn | null,
  cell: Cell | null,
  problem: Problem,
  answers: Answers = {},
): ImportProblem => ({
  ...problem,
  row,
  column: column === null ? null : headingOf(column),
  columnIndex: column?.index ?? null,
  original: cell === null ? null : textOf(cell),
  ...answers,
});

/** Answers to "take this row or not". */
export const includeOrNot: Answers = {
  choices: [
    { field: 'row.isIncluded', value: true, label: '导入这一行' },
    { field: 'row.isIncluded', value: false, label: '不导入' },
  ],
};
