import { changesOf, newRowsOf, planPaste } from '@renderer/components/data-grid/paste-plan';
import { describe, expect, it } from 'vitest';
import { columns, type Fruit, fruit } from './fixture';

const rows = [fruit('a', { kilos: 1 }), fruit('b', { kilos: 2, grade: 'top' })];
const block = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const plan = (cells: string[][], at = block(0, 0)) =>
  planPaste(cells, { columns, rows, getRowId: (row: Fruit) => row.id, block: at });

describe('pasting a block', () => {
  it('tells changed, unchanged, locked and unreadable cells apart', () => {
    const made = plan([['a', '7', '昨天', '特级', '是']]);
    expect(made.rows[0]?.cells.map((cell) => cell.outcome)).toEqual([
      'same',
      'change',
      'invalid',
      'change',
      'locked',
    ]);
    expect(changesOf(made, { isOverwriting: true, isClearing: true })).toEqual([
      { rowId: 'a', columnId: 'kilos', value: 7 },
      { rowId: 'a', columnId: 'grade', value: 'top' },
    ]);
  });

  it('leaves filled cells alone, or keeps them where the pasted cell is blank, when asked to', () => {
    const made = plan([
      ['', '5', '', '一级'],
      ['b', '', '', '一级'],
    ]);
    expect(changesOf(made, { isOverwriting: false, isClearing: false })).toEqual([
      { rowId: 'a', columnId: 'grade', value: 'first' },
    ]);
    expect(
      changesOf(made, { isOverwriting: true, isClearing: false }).map((change) => change.columnId),
    ).toEqual(['kilos', 'grade', 'grade']);
  });

  it('turns rows below the last one into new rows and drops columns beyond the last one', () => {
    const made = plan(
      [
        ['b2', '3'],
        ['c', '4'],
        ['', ''],
      ],
      block(1, 0),
    );
    expect(newRowsOf(made)).toEqual([{ name: 'c', kilos: 4 }]);
    expect(plan([['是', '多余']], block(0, 4)).droppedColumns).toBe(1);
  });

  it('repeats one cell over the selected block', () => {
    const made = plan([['9']], block(0, 1, 1, 1));
    expect(changesOf(made, { isOverwriting: true, isClearing: true })).toEqual([
      { rowId: 'a', columnId: 'kilos', value: 9 },
      { rowId: 'b', columnId: 'kilos', value: 9 },
    ]);
  });
});
