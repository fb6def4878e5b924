/** What a careful clerk reads from four offices' files (expected.json), field by field. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook, type ReadWorkbook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FlatSheet, toFlatSheet } from '../../../scripts/read-workbook/flat-sheet';

const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
type Row = Record<string, unknown> & { row: number };
interface ExpectedProblem {
  row: number;
  column?: string;
  what: string;
}
interface ExpectedSheet {
  kind?: string;
  headerRows?: number[];
  unitCount?: number;
  rows?: Row[];
  skippedRows?: number[];
  problems?: ExpectedProblem[];
  jointBranch?: string;
  jointCovers?: number;
  people?: Record<string, unknown>[];
  assignmentCount?: number;
  rooms?: Record<string, unknown>[];
  totalAreaM2?: number;
}
interface ExpectedFile extends ExpectedSheet {
  kind?: string;
  encoding?: string;
  villageFromSheetName?: boolean;
  sheets?: Record<string, ExpectedSheet>;
}
const { files } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as {
  files: Record<string, ExpectedFile>;
};

/** Compared by year and month only: ledgers differ in whether they give the day. */
const byMonth = new Set(['orgFoundedOn', 'from']);
const comparable = (key: string, value: unknown): unknown =>
  byMonth.has(key) && typeof value === 'string' ? value.slice(0, 7) : value;

function expectFields(actual: Record<string, unknown> | undefined, expected: Record<string, unknown>): void {
  const seen = Object.fromEntries(
    Object.keys(expected).map((key) => [
      key,
      comparable(key, actual?.[key] === undefined ? null : actual[key]),
    ]),
  );
  const wanted = Object.fromEntries(
    Object.entries(expected).map(([key, value]) => [key, comparable(key, value)]),
  );
  expect(seen).toEqual(wanted);
}

describe.each(Object.entries(files))('%s', (fileName, expectedFile) => {
  let read: ReadWorkbook;
  let encoding: string | null;
  beforeAll(async () => {
    const cells = await readCells(new Uint8Array(readFileSync(folder + fileName)), fileName);
    encoding = cells.encoding;
    read = readWorkbook(cells, firstLook('2026-11-21'));
  });
  const stem = fileName.replace(/\.[^.]*$/, '');
  const sheets: [string, ExpectedSheet][] = expectedFile.sheets
    ? Object.entries(expectedFile.sheets)
    : [[stem, expectedFile]];
  const flat = (name: string): FlatSheet => toFlatSheet(read.sheets.find((sheet) => sheet.name === name)!);

  it('opens without a problem and has the sheets expected, no others', () => {
    expect(read.problems).toEqual([]);
    expect(read.sheets.map(({ name }) => name)).toEqual(sheets.map(([name]) => name));
    if (expectedFile.encoding) expect(encoding).toBe(expectedFile.encoding);
  });

  describe.each(sheets)('%s', (name, expected) => {
    it('is the right kind, with its heading and the rows to skip', () => {
      const sheet = flat(name);
      expect(sheet.kind).toBe(expected.kind ?? expectedFile.kind);
      if (expected.headerRows) expect(sheet.headerRows).toEqual(expected.headerRows);
      if (expected.skippedRows) expect(sheet.skippedRows).toEqual(expected.skippedRows);
      if (expectedFile.villageFromSheetName)
        expect(new Set(sheet.units.map(({ site }) => site))).toEqual(new Set([name]));
    });

    it('loses no unit and invents none', () => {
      const { units } = flat(name);
      expect(units).toHaveLength(expected.unitCount ?? 0);
      expect(units.map(({ row }) => row)).toEqual((expected.rows ?? []).map(({ row }) => row));
    });

    it.each((expected.rows ?? []).map((row) => [row.row, row] as const))(
      'row %i: every field',
      (row, fields) => {
        expectFields(
          flat(name).units.find((unit) => unit['row'] === row),
          fields,
        );
      },
    );

    it.each((expected.problems ?? []).map((problem) => [problem.row, problem.what, problem] as const))(
      'row %i: %s',
      (_, __, { row, column }) => {
        const onRow = flat(name).problems.filter((problem) => problem['row'] === row);
        const at = column === undefined ? onRow : onRow.filter((problem) => problem['column'] === column);
        expect(at).not.toHaveLength(0);
        for (const { text } of at) expect(text).toMatch(/[\u4E00-\u9FFF].*[。？]$/u);
      },
    );

    it('reads joint branches, instructors and rooms', () => {
      const sheet = flat(name);
      if (expected.jointBranch) {
        const joint = sheet.partyOrgs.filter((org) => org['name'] === expected.jointBranch);
        expect(joint).toHaveLength(1);
        expect(joint[0]?.['covers']).toHaveLength(expected.jointCovers ?? 0);
        expect(joint[0]?.['formation']).toBe('joint');
      }
      expect(sheet.instructors.filter(() => expected.people)).toHaveLength(expected.people?.length ?? 0);
      for (const [i, person] of (expected.people ?? []).entries()) expectFields(sheet.instructors[i], person);
      if (expected.assignmentCount)
        expect(sheet.instructors.flatMap((person) => person['units'])).toHaveLength(expected.assignmentCount);
      expect(sheet.partyRooms).toHaveLength(expected.rooms?.length ?? 0);
      for (const [i, room] of (expected.rooms ?? []).entries()) expectFields(sheet.partyRooms[i], room);
      if (expected.totalAreaM2)
        expect(sheet.partyRooms.reduce((sum, room) => sum + Number(room['areaM2']), 0)).toBe(
          expected.totalAreaM2,
        );
    });
  });
});
