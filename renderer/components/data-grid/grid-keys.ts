/** The keyboard, as in Excel. Editing and moving are two small tables of keys. */
import type { KeyboardEvent } from 'react';
import {
  advanced,
  type CellPosition,
  type CellSelection,
  type Direction,
  extendedTo,
  isSingle,
  jumped,
  single,
  stepped,
} from './cell-selection';
import { isBlank } from './cell-text';
import { clearBlock, commitValue, fillDown, toggleRows } from './grid-commands';
import type { GridState } from './grid-context';

export interface GridKeyActions {
  /** Alt+↓: the menu of the active column. */
  readonly openColumnMenu: (columnIndex: number) => void;
  /** Esc with nothing to cancel: the next Tab leaves the table. */
  readonly leave: () => void;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Handles a key pressed in the grid's text area. Keys it does not know stay with the browser and the page. */
export function handleGridKey<R>(
  grid: GridState<R>,
  event: KeyboardEvent<HTMLTextAreaElement>,
  actions: GridKeyActions,
): void {
  // Keys that choose a candidate of a Chinese input method belong to it.
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const isHandled = grid.editor.editing === null ? moveKey(grid, event, actions) : editKey(grid, event);
  if (isHandled) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Finishes editing; false while the text cannot be read. */
export function finishEditing<R>(grid: GridState<R>): boolean {
  if (grid.editor.editing === null) return true;
  const value = grid.editor.read();
  if (value === undefined) return false;
  void commitValue(grid, value, false);
  grid.editor.end();
  return true;
}

/** The same by a key, which then leads elsewhere. */
function finishByKey<R>(grid: GridState<R>, isWholeBlock: boolean, goOn: () => void): boolean {
  const value = grid.editor.read();
  if (value === undefined) return false;
  grid.showAfter(commitValue(grid, value, isWholeBlock), () => {
    grid.editor.end();
    goOn();
  });
  return true;
}

function editKey<R>(grid: GridState<R>, event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const { editor, selection } = grid;
  const editing = editor.editing;
  if (editing === null || selection === null) return false;
  const direction = directions[event.key];
  if (event.key === 'Escape') {
    editor.end();
    return true;
  }
  if (event.key === 'Enter' && event.altKey) return insertLineBreak(event.currentTarget, editor.type);
  if (event.key === 'Enter' || event.key === 'Tab') {
    const isWholeBlock = event.ctrlKey;
    finishByKey(grid, isWholeBlock, () => !isWholeBlock && advance(grid, event));
    return true;
  }
  if (editing.options.length > 0 && (direction === 'up' || direction === 'down')) {
    editor.moveHighlight(direction === 'up' ? -1 : 1);
    return true;
  }
  if (event.key === ' ' && editing.picked !== null && editing.highlight >= 0) {
    const option = editing.options[editing.highlight];
    if (option !== undefined) editor.togglePicked(option.value);
    return true;
  }
  if (direction === undefined || editing.mode !== 'replace') return false;
  return finishByKey(grid, false, () => grid.select(single(stepped(selection.active, direction, grid.size))));
}

function insertLineBreak(input: HTMLTextAreaElement, typed: () => void): boolean {
  input.setRangeText('\n', input.selectionStart, input.selectionEnd, 'end');
  typed();
  return true;
}

function advance<R>(grid: GridState<R>, event: KeyboardEvent): boolean {
  if (grid.selection === null) return false;
  const next = advanced(grid.selection, event.key === 'Tab' ? 'tab' : 'enter', event.shiftKey, grid.size);
  if (next === null) return false;
  grid.select(next);
  return true;
}

function moveKey<R>(
  grid: GridState<R>,
  event: KeyboardEvent<HTMLTextAreaElement>,
  actions: GridKeyActions,
): boolean {
  const { selection } = grid;
  if (selection === null) return false;
  if (event.key === 'ArrowDown' && event.altKey) {
    actions.openColumnMenu(selection.active.column);
    return true;
  }
  const target = targetOf(grid, selection, event);
  if (target !== null) {
    grid.select(event.shiftKey ? extendedTo(selection, target) : single(target));
    return true;
  }
  if (event.ctrlKey || event.metaKey) return controlKey(grid, event);
  return plainKey(grid, event, actions);
}

/** Where a movement key leads; with Shift it moves the far corner of the block instead of the active cell. */
function targetOf<R>(
  grid: GridState<R>,
  selection: CellSelection,
  event: KeyboardEvent,
): CellPosition | null {
  const { size } = grid;
  const isJump = event.ctrlKey || event.metaKey;
  const from = event.shiftKey ? selection.focus : selection.active;
  const direction = directions[event.key];
  if (direction !== undefined)
    return isJump
      ? jumped(from, direction, size, (at) => isFilled(grid, at))
      : stepped(from, direction, size);
  if (event.key === 'Home') return { row: isJump ? 0 : from.row, column: 0 };
  if (event.key === 'End') return { row: isJump ? size.rows - 1 : from.row, column: size.columns - 1 };
  if (event.key === 'PageDown') return stepped(from, 'down', size, grid.pageRows());
  if (event.key === 'PageUp') return stepped(from, 'up', size, grid.pageRows());
  return null;
}

function isFilled<R>(grid: GridState<R>, at: CellPosition): boolean {
  const cell = grid.cellAt(at);
  return cell !== null && !isBlank(cell.column.value(cell.row));
}

function controlKey<R>(grid: GridState<R>, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'a') {
    const last = { row: grid.size.rows - 1, column: grid.size.columns - 1 };
    grid.select({ active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 }, focus: last });
  } else if (key === 'd') fillDown(grid);
  else if (key === 'enter' && grid.selection !== null) return openRow(grid, grid.selection.active);
  else if (key === 'y' || (key === 'z' && event.shiftKey)) grid.props.onRedo?.();
  else if (key === 'z') grid.props.onUndo?.();
  else return false;
  return true;
}

function plainKey<R>(
  grid: GridState<R>,
  event: KeyboardEvent<HTMLTextAreaElement>,
  actions: GridKeyActions,
): boolean {
  const { selection, editor } = grid;
  if (selection === null) return false;
  switch (event.key) {
    case 'Enter':
      if (event.shiftKey) return advance(grid, event);
      return (
        editor.begin(selection.active, 'edit') || openRow(grid, selection.active) || advance(grid, event)
      );
    case 'F2':
      return editor.begin(selection.active, 'edit');
    case 'Tab':
      return advance(grid, event);
    case 'Delete':
    case 'Backspace':
      clearBlock(grid);
      return true;
    case ' ':
      toggleRows(grid);
      return true;
    case 'Escape':
      if (isSingle(selection)) actions.leave();
      else grid.select(single(selection.active));
      return true;
    default:
      return false;
  }
}

function openRow<R>(grid: GridState<R>, at: CellPosition): boolean {
  const row = grid.rows[at.row];
  if (row === undefined || grid.props.onOpenRow === undefined) return false;
  grid.props.onOpenRow(grid.props.getRowId(row));
  return true;
}
