/** Where the importer's reading departs from the truth, one line each; empty when every field is right. */
import { readCells } from '@renderer/workers/workbook/read-cells';
import { firstLook } from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { type FlatSheet, toFlatSheet } from '../../../scripts/read-workbook/flat-sheet';
import type { OfficeWorkbook, RecordList, TrueProblem, TrueRecord, TrueSheet } from './truth';

const lists: readonly RecordList[] = ['units', 'partyOrgs', 'instructors', 'partyRooms', 'people'];

/** Days are compared by year and month, the precision most ledgers keep. */
const byMonth = new Set(['orgFoundedOn', 'from', 'builtOn', 'foundedOn']);
const comparable = (field: string, value: unknown): unknown =>
  byMonth.has(field) && typeof value === 'string' ? value.slice(0, 7) : value;

export async function misreadings(office: OfficeWorkbook, asOf = '2026-10-08'): Promise<string[]> {
  const read = readWorkbook(await readCells(office.bytes, office.fileName), firstLook(asOf));
  const found = read.problems.map(({ text }) => text);
  const flat = new Map(read.sheets.map((sheet) => [sheet.name, toFlatSheet(sheet)]));
  for (const truth of office.sheets) {
    const sheet = flat.get(truth.name);
    found.push(...(sheet ? inSheet(sheet, truth) : ['was not read']).map((line) => `${truth.name}: ${line}`));
  }
  return found;
}

function inSheet(read: FlatSheet, truth: TrueSheet): string[] {
  const differs = (what: string, actual: unknown, wanted: unknown): string[] =>
    same(actual, wanted) ? [] : [`${what}: ${show(actual)} instead of ${show(wanted)}`];
  return [
    ...differs('kind', read.kind, truth.kind),
    ...differs('headerRows', read.headerRows, truth.headerRows),
    ...differs('skippedRows', [...read.skippedRows].sort(ascending), [...truth.skippedRows].sort(ascending)),
    ...lists.flatMap((list) => inList(list, read[list], truth[list])),
    ...truth.problems
      .filter((problem) => !isReported(problem, read))
      .map(({ row, column, mess }) => `row ${row}: nothing said about ${mess} (${column ?? 'row'})`),
  ];
}

/** A list the truth does not give is not checked. */
function inList(
  list: RecordList,
  read: readonly Readonly<Record<string, unknown>>[],
  truth: readonly TrueRecord[] | undefined,
): string[] {
  if (truth === undefined) return [];
  const [actual, wanted] = [read.map((record) => record['row']), truth.map(({ row }) => row)];
  if (!same(actual, wanted)) return [`${list}: rows ${show(actual)} instead of ${show(wanted)}`];
  return truth.flatMap(({ row, fields }, i) =>
    Object.entries(fields)
      .map(([field, value]) => [field, comparable(field, read[i]?.[field]), value] as const)
      .filter(([, found, value]) => value !== undefined && !same(found ?? null, value))
      .map(
        ([field, found, value]) => `${list} row ${row}, ${field}: ${show(found)} instead of ${show(value)}`,
      ),
  );
}

const ascending = (a: number, b: number): number => a - b;
const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';
const same = (a: unknown, b: unknown): boolean => show(a) === show(b);

const isReported = (problem: TrueProblem, sheet: FlatSheet): boolean =>
  sheet.problems.some(
    ({ row, column }) =>
      row === problem.row &&
      (problem.column === null ||
        (typeof column === 'string' && (column.includes(problem.column) || problem.column.includes(column)))),
  );
