/** Cells of a workbook to records with problems: runs the steps in order for every sheet and nothing else. */
import { importProblems as problems } from '@shared/problems/import-problems';
import { findHeader } from './01-find-header';
import { flattenHeader } from './02-flatten-header';
import { parseCells } from './04-parse-cells';
import { validateRows } from './05-validate-rows';
import { applyEdits } from './apply-edits';
import { assemblePartyOrgs, assemblePeople, assembleRooms } from './assemble/assemble-others';
import { assembleUnits } from './assemble/assemble-units';
import { assembleInstructors } from './assemble/instructor-groups';
import { labelOf } from './columns/field-catalogue';
import { type DetectedKind, detectKind, keyFieldOf } from './detect-kind';
import type {
  ImportContext,
  ImportProblem,
  ReadSheet,
  ReadWorkbook,
  SheetCells,
  WorkbookCells,
} from './model';
import type { ParsedSheet } from './parsed-rows';
import { atSheet } from './place';
import { readTitles, villageOfSheet } from './sheet-titles';

/** @param onSheet called before each sheet with its index and the number of sheets */
export function readWorkbook(
  workbook: WorkbookCells,
  context: ImportContext,
  onSheet: (index: number, count: number) => void = () => {},
): ReadWorkbook {
  const sheets = workbook.sheets.map((sheet, index) => {
    onSheet(index, workbook.sheets.length);
    return readSheet(applyEdits(sheet, context.edits), workbook, context);
  });
  return { fileName: workbook.fileName, sheets, problems: workbook.problems.map(atSheet) };
}

const nothingRead = { units: [], partyOrgs: [], instructors: [], partyRooms: [], people: [] } as const;

function readSheet(cells: SheetCells, workbook: WorkbookCells, context: ImportContext): ReadSheet {
  const headerRows = context.sheetChoices[cells.name]?.headerRows ?? findHeader(cells).rows;
  const headerPaths = flattenHeader(cells, headerRows);
  const detected = detectKind(cells, workbook.fileName, headerRows, headerPaths, context);
  const { kind, mapped } = detected;
  const titles = readTitles(cells, headerRows);
  const villageName = villageFor(cells, detected, titles.title, workbook.sheets.length, context);
  const base = {
    name: cells.name,
    kind,
    isHidden: cells.isHidden,
    headerRows,
    headerPaths,
    columns: mapped.columns,
    ...titles,
    villageName,
  };
  const notes = sheetProblems(cells, detected, headerRows, villageName, context);
  if (headerRows.length === 0 || kind === 'unknown')
    return { ...base, ...nothingRead, skippedRows: [], problems: notes };
  const about = {
    asOf: context.asOf,
    isDate1904: workbook.isDate1904,
    isUntyped: workbook.format === 'csv' || workbook.format === 'html',
  };
  const answers = context.answers.filter(({ sheet }) => sheet === cells.name);
  const inWork = { cells, kind, headerRows, columns: mapped.columns };
  const parsed = parseCells(inWork, { ...about, answers });
  const assembled = assemble(parsed, villageName);
  const found = [...parsed.problems, ...validateRows(parsed, about), ...assembled.problems].filter(
    (problem) => !answers.some(({ row, field }) => row === problem.row && isAnswered(problem, field)),
  );
  return {
    ...base,
    ...assembled,
    skippedRows: parsed.skippedRows,
    problems: [...notes, ...mapped.problems, ...found.sort((a, b) => (a.row ?? 0) - (b.row ?? 0))],
  };
}

/** An answer settles the problems about its field and those that offered it. */
const isAnswered = (problem: ImportProblem, field: string): boolean =>
  problem.field === field ||
  problem.fix?.field === field ||
  (problem.choices ?? []).some((choice) => choice.field === field);

type Assembled = Pick<
  ReadSheet,
  'units' | 'partyOrgs' | 'instructors' | 'partyRooms' | 'people' | 'problems'
>;

function assemble(parsed: ParsedSheet, villageName: string | null): Assembled {
  switch (parsed.kind) {
    case 'units':
    case 'socialOrgs':
      return { ...nothingRead, ...assembleUnits(parsed, villageName) };
    case 'partyOrgs':
      return { ...nothingRead, ...assemblePartyOrgs(parsed) };
    case 'instructors':
      return { ...nothingRead, ...assembleInstructors(parsed) };
    case 'partyRooms':
      return { ...nothingRead, partyRooms: assembleRooms(parsed, villageName), problems: [] };
    case 'people':
      return { ...nothingRead, people: assemblePeople(parsed), problems: [] };
    case 'unknown':
      return { ...nothingRead, problems: [] };
  }
}

function villageFor(
  cells: SheetCells,
  { kind, mapped }: DetectedKind,
  title: string | null,
  sheetCount: number,
  context: ImportContext,
): string | null {
  const choice = context.sheetChoices[cells.name]?.isVillageFromName;
  if (choice === false) return null;
  if (choice === true) return cells.name;
  if (kind !== 'units' && kind !== 'socialOrgs') return null;
  return mapped.columns.some(({ field }) => field === 'row.site')
    ? null
    : villageOfSheet(cells, title, sheetCount);
}

function sheetProblems(
  cells: SheetCells,
  { kind, mapped, isSure }: DetectedKind,
  headerRows: readonly number[],
  villageName: string | null,
  context: ImportContext,
): ImportProblem[] {
  const sheet = cells.name;
  const found: ImportProblem[] = [];
  if (cells.rows.length === 0 || context.sheetChoices[sheet]?.kind === 'unknown') return found;
  if (cells.isHidden) found.push(atSheet(problems.hiddenSheet({ sheet })));
  if (headerRows.length === 0) return [...found, atSheet(problems.headerNotFound({ sheet }))];
  if (cells.isTurned) found.push(atSheet(problems.tableTurned({ sheet })));
  if (kind === 'unknown' || !isSure) found.push(atSheet(problems.kindUnknown({ sheet })));
  const key = keyFieldOf(kind);
  if (key !== null && !mapped.columns.some(({ field }) => field === key))
    found.push(atSheet(problems.keyColumnMissing({ label: labelOf(key) })));
  if (cells.isFiltered && cells.hiddenRows.length > 0)
    found.push(atSheet(problems.filtered({ count: cells.hiddenRows.length })));
  if (villageName !== null && context.sheetChoices[sheet]?.isVillageFromName === undefined)
    found.push(atSheet(problems.villageFromSheetName({ village: villageName })));
  return found;
}
