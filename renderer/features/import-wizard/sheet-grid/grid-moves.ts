/** Where a key leads from a cell, as in a spreadsheet. */
import type { CellPlace } from './cell-states';

export interface GridBounds {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columnCount: number;
  readonly pageRows: number;
}

interface KeyPressed {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** null = the key is none of a grid's. */
export function placeAfterKey(from: CellPlace, pressed: KeyPressed, bounds: GridBounds): CellPlace | null {
  const { firstRow, lastRow, columnCount, pageRows } = bounds;
  const lastColumn = columnCount - 1;
  const to = (row: number, column: number): CellPlace => ({
    row: Math.min(Math.max(row, firstRow), lastRow),
    column: Math.min(Math.max(column, 0), lastColumn),
  });
  const { row, column } = from;
  const isFar = pressed.ctrlKey;
  switch (pressed.key) {
    case 'ArrowUp':
      return to(isFar ? firstRow : row - 1, column);
    case 'ArrowDown':
      return to(isFar ? lastRow : row + 1, column);
    case 'ArrowLeft':
      return to(row, isFar ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, isFar ? lastColumn : column + 1);
    case 'PageUp':
      return to(row - pageRows, column);
    case 'PageDown':
      return to(row + pageRows, column);
    case 'Home':
      return to(isFar ? firstRow : row, 0);
    case 'End':
      return to(isFar ? lastRow : row, lastColumn);
    default:
      return null;
  }
}
