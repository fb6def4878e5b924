/**
 * Which cell is active and which block is selected, by position in the shown rows and columns. Pure: every move
 * takes the size of the table and returns a new selection inside it.
 */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** The active cell takes typing; the block spans from anchor to focus and always holds the active cell. */
export interface CellSelection {
  readonly active: CellPosition;
  readonly anchor: CellPosition;
  readonly focus: CellPosition;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const single = (at: CellPosition): CellSelection => ({ active: at, anchor: at, focus: at });

/** Shift: the block now spans from the active cell to the given one. */
export const extendedTo = (selection: CellSelection, focus: CellPosition): CellSelection => ({
  active: selection.active,
  anchor: selection.active,
  focus,
});

/** The selection after rows or columns went away; null when nothing is left. */
export function clampSelection(selection: CellSelection, size: GridSize): CellSelection | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const { active, anchor, focus } = selection;
  return {
    active: clampPosition(active, size),
    anchor: clampPosition(anchor, size),
    focus: clampPosition(focus, size),
  };
}

export const blockOf = ({ anchor, focus }: CellSelection): Block => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
});

export const isSingle = ({ anchor, focus }: CellSelection): boolean =>
  anchor.row === focus.row && anchor.column === focus.column;

const clamp = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

export const clampPosition = (at: CellPosition, size: GridSize): CellPosition => ({
  row: clamp(at.row, size.rows),
  column: clamp(at.column, size.columns),
});

export type Direction = 'up' | 'down' | 'left' | 'right';
const steps: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

export function stepped(at: CellPosition, direction: Direction, size: GridSize, by = 1): CellPosition {
  const [row, column] = steps[direction];
  return clampPosition({ row: at.row + row * by, column: at.column + column * by }, size);
}

/**
 * Ctrl+arrow as in Excel: to the end of a run of filled cells, or over blanks to the next filled cell, else to
 * the edge.
 */
export function jumped(
  at: CellPosition,
  direction: Direction,
  size: GridSize,
  isFilled: (at: CellPosition) => boolean,
): CellPosition {
  const next = (from: CellPosition) => stepped(from, direction, size);
  const isEdge = (from: CellPosition) => {
    const to = next(from);
    return to.row === from.row && to.column === from.column;
  };
  if (isEdge(at)) return at;
  let current = next(at);
  const isRun = isFilled(at) && isFilled(current);
  while (!isEdge(current)) {
    if (isRun ? !isFilled(next(current)) : isFilled(current)) break;
    current = next(current);
  }
  return current;
}

/**
 * The next cell for Tab and Enter. Within a selected block they walk the block; otherwise Tab wraps to the next
 * row and Enter stays in its column. null = past the last or before the first cell.
 */
export function advanced(
  selection: CellSelection,
  axis: 'tab' | 'enter',
  isBack: boolean,
  size: GridSize,
): CellSelection | null {
  const isBlock = !isSingle(selection);
  const bounds: Block = isBlock
    ? blockOf(selection)
    : { top: 0, bottom: size.rows - 1, left: 0, right: size.columns - 1 };
  if (!isBlock && axis === 'enter') {
    return single(stepped(selection.active, isBack ? 'up' : 'down', size));
  }
  const to = walk(selection.active, bounds, axis, isBack);
  if (!isBlock) return to === null ? null : single(to);
  const first = { row: bounds.top, column: bounds.left };
  const last = { row: bounds.bottom, column: bounds.right };
  return { ...selection, active: to ?? (isBack ? last : first) };
}

function walk(at: CellPosition, bounds: Block, axis: 'tab' | 'enter', isBack: boolean): CellPosition | null {
  const width = bounds.right - bounds.left + 1;
  const height = bounds.bottom - bounds.top + 1;
  const [row, column] = [at.row - bounds.top, at.column - bounds.left];
  const index = (axis === 'tab' ? row * width + column : column * height + row) + (isBack ? -1 : 1);
  if (index < 0 || index >= width * height) return null;
  const [major, minor] =
    axis === 'tab'
      ? [Math.floor(index / width), index % width]
      : [index % height, Math.floor(index / height)];
  return { row: bounds.top + major, column: bounds.left + minor };
}
