import {
  canEnter,
  emptySession,
  type ImportSession,
  reduceSession,
  type SessionAction,
} from '@renderer/features/import-wizard/session/import-session';
import { describe, expect, test } from 'vitest';

const file = { name: '台账.xlsx', sizeBytes: 10, sha256: 'f'.repeat(64) };
const run = (...actions: SessionAction[]): ImportSession => actions.reduce(reduceSession, emptySession);
const opened: SessionAction = { type: 'fileOpened', file };

describe('steps', () => {
  test('a file leads to its sheets, and all steps up to the farthest stay open', () => {
    const session = run(
      opened,
      { type: 'stepEntered', step: 'problems' },
      { type: 'stepEntered', step: 'differences' },
      { type: 'stepEntered', step: 'sheets' },
    );
    expect(session.step).toBe('sheets');
    expect(canEnter(session, 'differences')).toBe(true);
    expect(canEnter(session, 'done')).toBe(false);
  });

  test('going back loses nothing', () => {
    const session = run(
      opened,
      { type: 'stepEntered', step: 'problems' },
      {
        type: 'cellsEdited',
        edits: [{ sheet: 'A', row: 8, columnIndex: 3, text: '40' }],
        fields: ['unit.staff'],
      },
      { type: 'decided', decisions: { 'units:A:8': 'create' } },
      { type: 'stepEntered', step: 'file' },
      { type: 'stepEntered', step: 'differences' },
    );
    expect(session.input.edits).toHaveLength(1);
    expect(session.decisions).toEqual({ 'units:A:8': 'create' });
  });

  test('after writing, only a new import leads on', () => {
    const session = run(opened, { type: 'stepEntered', step: 'done' });
    expect(canEnter(session, 'problems')).toBe(false);
    expect(reduceSession(session, { type: 'startedAnew' })).toEqual(emptySession);
  });

  test('another file starts from a clean slate', () => {
    const session = run(
      opened,
      { type: 'targetChosen', target: { kind: 'newTownship', townshipName: '清溪镇' } },
      { type: 'decided', decisions: { a: 'skip' } },
      { ...opened, file: { ...file, name: '另一份.xls' } },
    );
    expect(session.decisions).toEqual({});
    expect(session.target).toBeNull();
    expect(session.file?.name).toBe('另一份.xls');
  });
});

describe('what the reader runs with', () => {
  test('a second edit of a cell replaces the first', () => {
    const session = run(
      opened,
      { type: 'cellsEdited', edits: [{ sheet: 'A', row: 8, columnIndex: 3, text: '40' }], fields: [] },
      { type: 'cellsEdited', edits: [{ sheet: 'A', row: 8, columnIndex: 3, text: null }], fields: [] },
    );
    expect(session.input.edits).toEqual([{ sheet: 'A', row: 8, columnIndex: 3, text: null }]);
  });

  test('typing into a cell takes back the answer given for it, and only that one', () => {
    const session = run(
      opened,
      {
        type: 'answered',
        answers: [
          { sheet: 'A', row: 8, field: 'unit.staff', value: 50 },
          { sheet: 'A', row: 8, field: 'unit.name', value: '甲' },
          { sheet: 'A', row: 9, field: 'unit.staff', value: 51 },
          { sheet: 'B', row: 8, field: 'unit.staff', value: 52 },
        ],
      },
      {
        type: 'cellsEdited',
        edits: [{ sheet: 'A', row: 8, columnIndex: 3, text: '40' }],
        fields: ['unit.staff'],
      },
    );
    expect(session.input.answers.map(({ value }) => value)).toEqual(['甲', 51, 52]);
  });

  test('a new answer replaces the earlier one for the same field of the same row', () => {
    const session = run(
      opened,
      { type: 'answered', answers: [{ sheet: 'A', row: 8, field: 'unit.staff', value: 50 }] },
      { type: 'answered', answers: [{ sheet: 'A', row: 8, field: 'unit.staff', value: 60 }] },
    );
    expect(session.input.answers).toEqual([{ sheet: 'A', row: 8, field: 'unit.staff', value: 60 }]);
  });

  test('another kind of sheet drops the map of its columns; other choices keep it', () => {
    const mapped = run(
      opened,
      { type: 'sheetChosen', sheet: 'A', choice: { kind: 'units' } },
      { type: 'columnMapped', sheet: 'A', columnIndex: 4, field: 'unit.staff' },
      { type: 'columnMapped', sheet: 'A', columnIndex: 5, field: null },
      { type: 'sheetChosen', sheet: 'A', choice: { isVillageFromName: false } },
    );
    expect(mapped.input.sheetChoices['A']).toEqual({
      kind: 'units',
      isVillageFromName: false,
      columns: { 4: 'unit.staff', 5: null },
    });
    const other = reduceSession(mapped, { type: 'sheetChosen', sheet: 'A', choice: { kind: 'people' } });
    expect(other.input.sheetChoices['A']).toEqual({ kind: 'people', isVillageFromName: false });
  });

  test('each change can be taken back, one by one', () => {
    const session = run(
      opened,
      { type: 'cellsEdited', edits: [{ sheet: 'A', row: 8, columnIndex: 3, text: '40' }], fields: [] },
      { type: 'settled', keys: ['x'] },
      { type: 'takenBack' },
    );
    expect(session.input.settled).toEqual([]);
    expect(session.input.edits).toHaveLength(1);
    const all = reduceSession(reduceSession(session, { type: 'takenBack' }), { type: 'takenBack' });
    expect(all.input.edits).toEqual([]);
    expect(all.past).toEqual([]);
  });
});

test('kept fields can be given back', () => {
  const session = run(
    opened,
    { type: 'fieldKept', itemKey: 'k', paths: ['staff', 'name'], isKept: true },
    { type: 'fieldKept', itemKey: 'k', paths: ['staff'], isKept: false },
  );
  expect(session.kept).toEqual({ k: ['name'] });
});
