import { emptySession } from '@renderer/features/import-wizard/session/import-session';
import { listProblems } from '@renderer/features/import-wizard/session/problem-groups';
import { sheetStates } from '@renderer/features/import-wizard/sheet-grid/cell-states';
import { placeAfterKey } from '@renderer/features/import-wizard/sheet-grid/grid-moves';
import {
  columnEdges,
  columnLetters,
  headingCells,
} from '@renderer/features/import-wizard/sheet-grid/sheet-layout';
import type { SheetOverview } from '@renderer/workers/import-desk/desk-model';
import { importProblems } from '@shared/problems/import-problems';
import { describe, expect, test } from 'vitest';

const texts = [
  ['台账', '', ''],
  ['名称', '人数', ''],
  ['', '总数', '其中党员'],
  ['安徽恒远机械有限公司', '10', '3'],
  ['合计：本表共有一家单位，含分支机构在内的所有单位', '10', '3'],
];
const sheet: SheetOverview = {
  name: '表一',
  kind: 'units',
  isHidden: false,
  headerRows: [2, 3],
  headerPaths: [['名称'], ['人数', '总数'], ['人数', '其中党员']],
  columns: ['unit.name', 'unit.staff', 'unit.declared.members'].map((field, index) => ({
    index,
    path: [],
    field,
    code: null,
    confidence: 1,
    mappedBy: 'exact' as const,
    isHidden: false,
  })),
  title: '台账',
  reportingUnit: null,
  villageName: null,
  skippedRows: [{ row: 5, why: 'total', text: '合计' }],
  problems: [],
  recordCounts: { units: 1, partyOrgs: 0, instructors: 0, partyRooms: 0, people: 0 },
  rowCount: 5,
  columnCount: 3,
  merges: [
    { top: 1, bottom: 1, left: 0, right: 2 },
    { top: 2, bottom: 3, left: 0, right: 0 },
    { top: 2, bottom: 2, left: 1, right: 2 },
  ],
  hiddenRows: [4],
  samples: [[], [], []],
};

test('columns are named as in a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('the heading keeps its merges and nothing of the title above it', () => {
  expect(headingCells(sheet, texts)).toEqual([
    { row: 2, rowSpan: 2, column: 0, columnSpan: 1, text: '名称' },
    { row: 2, rowSpan: 1, column: 1, columnSpan: 2, text: '人数' },
    { row: 3, rowSpan: 1, column: 1, columnSpan: 1, text: '总数' },
    { row: 3, rowSpan: 1, column: 2, columnSpan: 1, text: '其中党员' },
  ]);
});

test('a column is as wide as its names, not as a total line that runs over it', () => {
  const [first = 0, second = 0] = columnEdges(sheet, texts).slice(1);
  expect(first).toBeCloseTo(10 + 1.25);
  expect(second - first).toBeCloseTo(3.5 + 1.25);
});

describe('what a cell shows', () => {
  const problem = {
    ...importProblems.approximate({ found: '约10', value: 10 }, 'unit.staff'),
    row: 4,
    column: '总数',
    columnIndex: 1,
    original: '约10',
  };
  const hard = { ...problem, ...importProblems.notNumber({ found: '约10' }, 'unit.staff') };
  const statesFor = (input = emptySession.input) =>
    sheetStates(sheet, listProblems([{ name: '表一', problems: [problem, hard] }], input), input);

  test('the most urgent of its problems, with the words of all', () => {
    const cell = statesFor().cell(4, 1);
    expect(cell?.urgency).toBe('must');
    expect(cell?.problemText?.split('\n')).toHaveLength(2);
  });

  test('the edit in place of the file, and an answer in words', () => {
    const edited = statesFor({
      ...emptySession.input,
      edits: [{ sheet: '表一', row: 4, columnIndex: 0, text: null }],
      answers: [{ sheet: '表一', row: 4, field: 'unit.staff', value: 12 }],
    });
    expect(edited.cell(4, 0)?.text).toBe('');
    expect(edited.cell(4, 1)?.text).toBe('12');
    expect(edited.cell(4, 1)?.urgency).toBe('note');
  });

  test('rows left out and rows hidden in the file', () => {
    expect(statesFor().row(5)).toEqual({ isHidden: false, skipped: '合计行，不导入' });
    expect(statesFor().row(4)).toEqual({ isHidden: true, skipped: null });
  });
});

test('keys lead where a spreadsheet leads, and never out of the sheet', () => {
  const bounds = { firstRow: 4, lastRow: 20, columnCount: 3, pageRows: 10 };
  const from = { row: 5, column: 1 };
  const after = (key: string, ctrlKey = false) => placeAfterKey(from, { key, ctrlKey }, bounds);
  expect(after('ArrowDown')).toEqual({ row: 6, column: 1 });
  expect(after('ArrowDown', true)).toEqual({ row: 20, column: 1 });
  expect(after('PageUp')).toEqual({ row: 4, column: 1 });
  expect(after('End')).toEqual({ row: 5, column: 2 });
  expect(after('Home', true)).toEqual({ row: 4, column: 0 });
  expect(after('n')).toBeNull();
});
