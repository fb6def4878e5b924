import {
  advanced,
  blockOf,
  type CellPosition,
  clampSelection,
  extendedTo,
  jumped,
  single,
} from '@renderer/components/data-grid/cell-selection';
import { describe, expect, it } from 'vitest';

const size = { rows: 5, columns: 3 };
const at = (row: number, column: number): CellPosition => ({ row, column });

describe('moving in the grid', () => {
  it('wraps Tab to the next row, keeps Enter in its column and leaves past the last cell', () => {
    expect(advanced(single(at(0, 2)), 'tab', false, size)?.active).toEqual(at(1, 0));
    expect(advanced(single(at(0, 1)), 'enter', false, size)?.active).toEqual(at(1, 1));
    expect(advanced(single(at(4, 1)), 'enter', false, size)?.active).toEqual(at(4, 1));
    expect(advanced(single(at(4, 2)), 'tab', false, size)).toBeNull();
    expect(advanced(single(at(0, 0)), 'tab', true, size)).toBeNull();
  });

  it('walks a selected block and starts over at its end, keeping the block', () => {
    let selection = extendedTo(single(at(1, 1)), at(2, 2));
    const visited = [];
    for (let i = 0; i < 4; i++) {
      const next = advanced(selection, 'tab', false, size);
      if (next === null) throw new Error('left the block');
      selection = next;
      visited.push([selection.active.row, selection.active.column]);
      expect(blockOf(selection)).toEqual({ top: 1, bottom: 2, left: 1, right: 2 });
    }
    expect(visited).toEqual([
      [1, 2],
      [2, 1],
      [2, 2],
      [1, 1],
    ]);
    expect(advanced(extendedTo(single(at(1, 1)), at(2, 2)), 'enter', false, size)?.active).toEqual(at(2, 1));
  });

  it('jumps to the end of a run, over a gap, or to the edge', () => {
    const filled = new Set([0, 1, 3]);
    const isFilled = (cell: CellPosition) => filled.has(cell.row);
    expect(jumped(at(0, 0), 'down', size, isFilled).row).toBe(1);
    expect(jumped(at(1, 0), 'down', size, isFilled).row).toBe(3);
    expect(jumped(at(3, 0), 'down', size, isFilled).row).toBe(4);
    expect(jumped(at(4, 0), 'down', size, isFilled).row).toBe(4);
    expect(jumped(at(4, 0), 'up', size, isFilled).row).toBe(3);
  });

  it('stays inside when rows go away', () => {
    expect(clampSelection(single(at(4, 2)), { rows: 2, columns: 3 })?.active).toEqual(at(1, 2));
    expect(clampSelection(single(at(4, 2)), { rows: 0, columns: 3 })).toBeNull();
  });
});
