/**
 * Workbooks of invented offices with their own headings, column orders and messes on random rows. What a careful
 * clerk reads from them is computed by the generator, independently of the importer.
 */
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { describe, expect, it } from 'vitest';
import { type FlatSheet, toFlatSheet } from '../../../scripts/read-workbook/flat-sheet';
import { enterpriseLedger } from '../../support/office-workbooks/enterprise-ledger';
import type { OfficeWorkbook, TrueProblem, TrueSheet } from '../../support/office-workbooks/truth';
import { villageLedger } from '../../support/office-workbooks/village-ledger';

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

async function readOffice(office: OfficeWorkbook): Promise<ReadonlyMap<string, FlatSheet>> {
  const read = readWorkbook(await readCells(office.bytes, office.fileName), firstLook('2026-10-08'));
  return new Map(read.sheets.map((sheet) => [sheet.name, toFlatSheet(sheet)]));
}

/** Days are compared by year and month, the precision the ledgers keep. */
const comparable = (field: string, value: unknown): unknown =>
  field === 'orgFoundedOn' && typeof value === 'string' ? value.slice(0, 7) : value;

function isReported(problem: TrueProblem, sheet: FlatSheet): boolean {
  return sheet.problems.some(
    ({ row, column }) =>
      row === problem.row &&
      (problem.column === null ||
        (typeof column === 'string' && (column.includes(problem.column) || problem.column.includes(column)))),
  );
}

function expectRead(read: FlatSheet | undefined, truth: TrueSheet): void {
  if (!read) throw new Error(`sheet ${truth.name} was not read`);
  expect(read.headerRows).toEqual(truth.headerRows);
  expect([...read.skippedRows].sort((a, b) => a - b)).toEqual([...truth.skippedRows].sort((a, b) => a - b));
  expect(read.units.map((unit) => unit['row'])).toEqual(truth.units.map((unit) => unit.row));
  truth.units.forEach(({ row, fields }, index) => {
    const unit: Readonly<Record<string, unknown>> = read.units[index] ?? {};
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) expect(comparable(field, unit[field]), `row ${row}, ${field}`).toEqual(value);
    }
  });
  expect(truth.problems.filter((problem) => !isReported(problem, read))).toEqual([]);
}

describe('workbooks of other offices', () => {
  it.each(seeds)('reads the enterprise ledger of office %i as its clerk would', async (seed) => {
    const office = await enterpriseLedger(seed);
    const sheets = await readOffice(office);
    for (const truth of office.sheets) expectRead(sheets.get(truth.name), truth);
  });
  it.each(seeds)('reads the village sheets of office %i as its clerk would', async (seed) => {
    const office = villageLedger(seed);
    const sheets = await readOffice(office);
    for (const truth of office.sheets) expectRead(sheets.get(truth.name), truth);
  });
});
