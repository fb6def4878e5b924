/**
 * Editing one cell. One text area takes all typing, also while nothing is edited: only an element that already
 * has the focus gets the first keystroke of a Chinese input method, so typing over a cell works in pinyin.
 */
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { CellPosition } from './cell-selection';
import { editTextOf, flagOptions, isCellEditable, optionsOf, parseCell } from './cell-text';
import type { CellOption, CellValue, GridColumn } from './grid-types';
import { isSameValue } from './paste-plan';

export interface CellEditing {
  readonly at: CellPosition;
  /** `replace`: started by typing, arrows finish. `edit`: started by F2, Enter or a double click, arrows move the caret. */
  readonly mode: 'replace' | 'edit';
  /** What was typed since the start; null = nothing yet, so a list shows everything. */
  readonly query: string | null;
  readonly options: readonly CellOption[];
  /** Highlighted option; -1 = none. */
  readonly highlight: number;
  /** Chosen codes of a cell that holds several; null for all other cells. */
  readonly picked: readonly string[] | null;
  readonly problem: string | null;
}

export interface CellEditor {
  readonly editing: CellEditing | null;
  readonly inputRef: RefObject<HTMLTextAreaElement | null>;
  readonly begin: (at: CellPosition, mode: 'replace' | 'edit') => boolean;
  readonly type: () => void;
  readonly moveHighlight: (by: number) => void;
  readonly togglePicked: (code: string) => void;
  /** Reads what was typed; undefined while it cannot be read (the problem is shown). */
  readonly read: (chosen?: CellOption) => CellValue | undefined;
  readonly end: () => void;
}

interface Cells<R> {
  readonly cellAt: (at: CellPosition) => { row: R; column: GridColumn<R> } | null;
  readonly isReadOnly: boolean;
}

const listLimit = 50;

function listFor<R>(column: GridColumn<R>, query: string | null): readonly CellOption[] {
  if (column.kind.type === 'lookup') return column.kind.lookup.search(query ?? '', listLimit);
  const text = (query ?? '').trim().toLowerCase();
  return optionsOf(column.kind).filter((option) =>
    `${option.label} ${option.keywords ?? ''}`.toLowerCase().includes(text),
  );
}

export const hasList = <R>(column: GridColumn<R>): boolean =>
  column.kind.type === 'lookup' || optionsOf(column.kind).length > 0;

function startOf<R>(row: R, column: GridColumn<R>, at: CellPosition, mode: 'replace' | 'edit'): CellEditing {
  const value = column.value(row);
  const options = hasList(column) ? listFor(column, null) : [];
  const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
  return {
    at,
    mode,
    query: null,
    options,
    highlight: options.findIndex((option) => option.value === code),
    picked: column.kind.type === 'choices' ? (Array.isArray(value) ? value : []) : null,
    problem: null,
  };
}

/** A flag is stored as true or false, other choices as their code. */
const valueOfOption = <R>(column: GridColumn<R>, option: CellOption): CellValue =>
  column.kind.type === 'flag' ? option === flagOptions[0] : option.value;

export function useCellEditor<R>({ cellAt, isReadOnly }: Cells<R>): CellEditor {
  const inputRef = useRef<HTMLTextAreaElement | null>(null);
  const [editing, setEditing] = useState<CellEditing | null>(null);
  const begin = useCallback(
    (at: CellPosition, mode: 'replace' | 'edit') => {
      const cell = cellAt(at);
      const input = inputRef.current;
      if (cell === null || input === null || isReadOnly || !isCellEditable(cell.column, cell.row))
        return false;
      const isList = cell.column.kind.type === 'choices';
      if (mode === 'edit') input.value = isList ? '' : editTextOf(cell.column, cell.row);
      input.setSelectionRange(input.value.length, input.value.length);
      setEditing(startOf(cell.row, cell.column, at, mode));
      return true;
    },
    [cellAt, isReadOnly],
  );
  const end = useCallback(() => {
    if (inputRef.current !== null) inputRef.current.value = '';
    setEditing(null);
  }, []);
  const type = useTyping(cellAt, inputRef, setEditing);
  const moveHighlight = useCallback((by: number) => setEditing((old) => highlighted(old, by)), []);
  const togglePicked = useCallback((code: string) => setEditing((old) => toggled(old, code)), []);
  const read = useReading(cellAt, inputRef, editing, setEditing);
  return { editing, inputRef, begin, type, moveHighlight, togglePicked, read, end };
}

type SetEditing = (update: (old: CellEditing | null) => CellEditing | null) => void;

function useTyping<R>(
  cellAt: Cells<R>['cellAt'],
  inputRef: RefObject<HTMLTextAreaElement | null>,
  setEditing: SetEditing,
) {
  return useCallback(() => {
    const query = inputRef.current?.value ?? '';
    setEditing((old) => {
      const cell = old === null ? null : cellAt(old.at);
      if (old === null || cell === null) return old;
      const options = hasList(cell.column) ? listFor(cell.column, query) : [];
      return {
        ...old,
        query,
        options,
        highlight: query === '' ? -1 : options.length > 0 ? 0 : -1,
        problem: null,
      };
    });
  }, [cellAt, inputRef, setEditing]);
}

function useReading<R>(
  cellAt: Cells<R>['cellAt'],
  inputRef: RefObject<HTMLTextAreaElement | null>,
  editing: CellEditing | null,
  setEditing: SetEditing,
) {
  return useCallback(
    (chosen?: CellOption): CellValue | undefined => {
      const cell = editing === null ? null : cellAt(editing.at);
      if (editing === null || cell === null) return undefined;
      if (editing.picked !== null) return editing.picked;
      const text = inputRef.current?.value ?? '';
      const option = chosen ?? (text.trim() === '' ? undefined : editing.options[editing.highlight]);
      if (option !== undefined) return valueOfOption(cell.column, option);
      const parsed = parseCell(cell.column, text, cell.row);
      if (parsed.isValid) return parsed.value;
      setEditing((old) => (old === null ? null : { ...old, problem: parsed.problem }));
      return undefined;
    },
    [cellAt, inputRef, editing, setEditing],
  );
}

function highlighted(old: CellEditing | null, by: number): CellEditing | null {
  if (old === null || old.options.length === 0) return old;
  const next = old.highlight < 0 ? (by > 0 ? 0 : old.options.length - 1) : old.highlight + by;
  return { ...old, highlight: Math.max(0, Math.min(next, old.options.length - 1)) };
}

function toggled(old: CellEditing | null, code: string): CellEditing | null {
  if (old?.picked == null) return old;
  const others = old.picked.filter((item) => item !== code);
  return { ...old, picked: others.length < old.picked.length ? others : [...old.picked, code] };
}

/** True when the value differs from what the cell holds now. */
export const isNewValue = <R>(column: GridColumn<R>, row: R, value: CellValue): boolean =>
  !isSameValue(column.value(row), value);
