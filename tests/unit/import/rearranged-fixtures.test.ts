/** The fixture workbooks with other words in their headings, other columns first, other rows: read just the same. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook, type WorkbookCells } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { describe, expect, it } from 'vitest';
import { type FlatSheet, toFlatSheet } from '../../../scripts/read-workbook/flat-sheet';
import { type Rearranged, rearrange } from '../../support/office-workbooks/rearranged';
import { renames } from '../../support/office-workbooks/renamed-headings';
import { seeded } from '../../support/office-workbooks/seeded';

interface Expected {
  readonly headerRows?: readonly number[];
  readonly rows?: readonly (Readonly<Record<string, unknown>> & { readonly row: number })[];
  readonly skippedRows?: readonly number[];
  readonly problems?: readonly { readonly row: number; readonly column?: string; readonly what: string }[];
  readonly people?: readonly Readonly<Record<string, unknown>>[];
  readonly rooms?: readonly Readonly<Record<string, unknown>>[];
  readonly sheets?: Readonly<Record<string, Expected>>;
}
const folder = fileURLToPath(new URL('../../fixtures/workbooks/', import.meta.url));
const { files } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as {
  files: Readonly<Record<string, Expected>>;
};

/** What expected.json leaves unsaid: where the heading stands, which rows keep their place. */
const places: Readonly<Record<string, { headerRows: number[]; fixedRows: number[] }>> = {
  指导员: { headerRows: [3], fixedRows: Array.from({ length: 18 }, (_, i) => i + 1) },
  阵地: { headerRows: [2, 3], fixedRows: [11] },
  柳河乡社会组织: { headerRows: [1], fixedRows: [] },
};
const socialRenames = { ...renames, 名称: ['社会组织名称', '单位名称', '组织名称'] };
const byMonth = new Set(['orgFoundedOn', 'from']);
const comparable = (key: string, value: unknown): unknown =>
  value === undefined ? null : byMonth.has(key) && typeof value === 'string' ? value.slice(0, 7) : value;

function read(workbook: WorkbookCells, expected: Expected, seed: number) {
  const random = seeded(seed + 777);
  const moved = workbook.sheets.map((sheet): [string, Expected, Rearranged, readonly number[]] => {
    const said = expected.sheets?.[sheet.name] ?? expected;
    const place = places[sheet.name];
    const headerRows = said.headerRows ?? place?.headerRows ?? [];
    const about = {
      headerRows,
      fixedRows: new Set([...(said.skippedRows ?? []), ...(place?.fixedRows ?? [])]),
      renames: sheet.name.includes('社会组织') ? socialRenames : renames,
      leadColumns: sheet.name === '非公企业' ? 2 : 1,
    };
    return [sheet.name, said, rearrange(sheet, about, random), headerRows];
  });
  const sheets = moved.map(([, , { cells }]) => cells);
  const found = readWorkbook({ ...workbook, sheets }, firstLook('2026-11-21'));
  const flat = new Map(found.sheets.map((sheet) => [sheet.name, toFlatSheet(sheet)]));
  return moved.map(([name, said, where, headerRows]) => ({ read: flat.get(name)!, said, where, headerRows }));
}

function expectRows(sheet: FlatSheet, said: Expected, { rowOf }: Rearranged): void {
  for (const { row, ...fields } of said.rows ?? []) {
    const unit = sheet.units.find((one) => one['row'] === rowOf(row));
    for (const [key, value] of Object.entries(fields))
      expect(comparable(key, unit?.[key]), `row ${rowOf(row)} ${key}`).toEqual(value);
  }
  expect(sheet.units).toHaveLength(said.rows?.length ?? 0);
}

function expectNamed(
  actual: readonly Readonly<Record<string, unknown>>[],
  wanted: readonly Readonly<Record<string, unknown>>[] = [],
): void {
  for (const fields of wanted) {
    const found = actual.find(({ name }) => name === fields['name']);
    for (const [key, value] of Object.entries(fields))
      expect(comparable(key, found?.[key]), key).toEqual(value);
  }
  expect(actual).toHaveLength(wanted.length);
}

function expectProblems(sheet: FlatSheet, said: Expected, { rowOf, headingOf }: Rearranged): void {
  for (const { row, column, what } of said.problems ?? []) {
    const heading = column === undefined ? null : headingOf(column).replace(/\s/g, '');
    const isTold = sheet.problems.some(
      (problem) => problem['row'] === rowOf(row) && (heading === null || problem['column'] === heading),
    );
    expect(isTold, `${what} in row ${rowOf(row)}, ${heading}`).toBe(true);
  }
}

describe.each(Object.entries(files))('%s', (fileName, expected) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('arrangement %i', async (seed) => {
    const workbook = await readCells(new Uint8Array(readFileSync(folder + fileName)), fileName);
    for (const { read: sheet, said, where, headerRows } of read(workbook, expected, seed)) {
      expect(sheet.headerRows).toEqual(headerRows.map(where.rowOf));
      if (said.skippedRows) expect(sheet.skippedRows).toEqual(said.skippedRows.map(where.rowOf));
      expectRows(sheet, said, where);
      expectNamed(
        sheet.instructors.filter(() => said.people),
        said.people,
      );
      expectNamed(sheet.partyRooms, said.rooms);
      expectProblems(sheet, said, where);
    }
  });
});
