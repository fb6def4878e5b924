/** What each cell of the preview shows besides the file's own text: edits, answers, problems, rows left out. */
import type { SheetOverview } from '@renderer/workers/import-desk/client';
import { labelOfValue } from '@shared/import/fixes';
import type { SkipReason } from '@shared/import/model';
import type { SessionInput } from '../session/import-session';
import { type SheetProblem, type Urgency, urgencies, urgencyOf } from '../session/problem-groups';

/** 0-based column, or null for the row as a whole. */
type Column = number | null;
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface CellState {
  /** Text in place of the file's; undefined = as in the file. */
  readonly text?: string;
  readonly urgency?: Urgency;
  readonly problemText?: string;
}

export interface RowState {
  readonly isHidden: boolean;
  readonly skipped: string | null;
}

const skipWords: Readonly<Record<SkipReason, string>> = {
  total: '合计行，不导入',
  footer: '落款，不导入',
  repeatedHeader: '重复的表头，不导入',
  note: '说明文字，不导入',
};

export interface SheetStates {
  cell(row: number, column: Column): CellState | undefined;
  row(row: number): RowState;
}

const keyOf = (row: number, column: Column): string => `${row}:${column ?? ''}`;

export function sheetStates(
  sheet: SheetOverview,
  problems: readonly SheetProblem[],
  input: SessionInput,
): SheetStates {
  const cells = new Map<string, CellState>();
  const change = (row: number, column: Column, state: CellState) =>
    cells.set(keyOf(row, column), { ...cells.get(keyOf(row, column)), ...state });
  for (const { sheet: name, row, columnIndex, text } of input.edits)
    if (name === sheet.name) change(row, columnIndex, { text: text ?? '' });
  for (const { sheet: name, row, field, value } of input.answers) {
    const column = sheet.columns.find((entry) => entry.field === field && entry.code === null);
    if (name === sheet.name && column) change(row, column.index, { text: labelOfValue(field, value) });
  }
  for (const { sheet: name, problem, isOpen } of problems) {
    if (name !== sheet.name || problem.row === null || !(isOpen || problem.severity === 'info')) continue;
    const before = cells.get(keyOf(problem.row, problem.columnIndex));
    change(problem.row, problem.columnIndex, {
      urgency: moreUrgent(before?.urgency, urgencyOf(problem)),
      problemText: before?.problemText ? `${before.problemText}\n${problem.text}` : problem.text,
    });
  }
  const hidden = new Set(sheet.hiddenRows);
  const skipped = new Map(sheet.skippedRows.map(({ row, why }) => [row, skipWords[why]]));
  return {
    cell: (row, column) => cells.get(keyOf(row, column)),
    row: (row) => ({ isHidden: hidden.has(row), skipped: skipped.get(row) ?? null }),
  };
}

const moreUrgent = (a: Urgency | undefined, b: Urgency): Urgency =>
  a !== undefined && urgencies.indexOf(a) < urgencies.indexOf(b) ? a : b;
