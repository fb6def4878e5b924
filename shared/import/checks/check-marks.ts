/** Strike-through, colours and comments: they mean something, but only people know what (H33). */
import { importProblems as problems } from '@shared/problems/import-problems';
import { nameFields } from '../classify-rows';
import { fixOf, labelOfValue } from '../fixes';
import type { Cell, ImportProblem } from '../model';
import { columnOf, type ParsedRow, type ParsedSheet } from '../parsed-rows';
import { statusIn } from '../parsers/parse-status-words';
import { atCell, atRow } from '../place';
import { textOf } from '../sheet-view';

/** A colour on more rows than this is decoration. */
const decorationShare = 0.4;

const isRed = (color: string | undefined): boolean => {
  if (color === undefined) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red >= 0xb0 && green <= 0x60 && blue <= 0x60;
};

interface MarkedRow {
  readonly row: ParsedRow;
  readonly name: string;
  readonly mark: 'struck' | 'red' | 'coloured' | null;
}

export function checkMarks(sheet: ParsedSheet): readonly ImportProblem[] {
  const nameField = nameFields[sheet.kind] ?? '';
  const nameColumn = columnOf(sheet, nameField)?.index ?? -1;
  const marked = sheet.rows.map((row) => markOf(sheet, row, nameColumn, nameField));
  const isDecoration = (mark: MarkedRow['mark']): boolean =>
    marked.length >= 5 && marked.filter((one) => one.mark === mark).length > marked.length * decorationShare;
  const decorations = new Set((['red', 'coloured'] as const).filter(isDecoration));
  return marked.flatMap((one) => [
    ...(one.mark !== null && !(one.mark !== 'struck' && decorations.has(one.mark))
      ? [rowProblem(sheet, one)]
      : []),
    ...cellProblems(sheet, one),
  ]);
}

const filledCells = (
  sheet: ParsedSheet,
  row: number,
): readonly { readonly index: number; readonly cell: Cell }[] =>
  (sheet.cells.rows[row - 1] ?? []).flatMap((cell, index) => (cell === null ? [] : [{ index, cell }]));

/** The mark of a row is the mark of its name, or of at least half of its cells. */
function markOf(sheet: ParsedSheet, row: ParsedRow, nameColumn: number, nameField: string): MarkedRow {
  const cells = filledCells(sheet, row.row);
  const named = cells.find(({ index }) => index === nameColumn)?.cell;
  const holds = (test: (cell: Cell) => boolean): boolean =>
    (named !== undefined && test(named)) || cells.filter(({ cell }) => test(cell)).length * 2 >= cells.length;
  const value = row.values[nameField];
  const name = typeof value === 'string' ? value : textOf(named ?? null);
  const mark = holds((cell) => cell.isStruck === true)
    ? 'struck'
    : holds((cell) => isRed(cell.fontColor) || isRed(cell.fillColor))
      ? 'red'
      : holds((cell) => cell.fontColor !== undefined || cell.fillColor !== undefined)
        ? 'coloured'
        : null;
  return { row, name, mark };
}

const isUnits = (sheet: ParsedSheet): boolean => sheet.kind === 'units' || sheet.kind === 'socialOrgs';
const statusChoices = ['suspended', 'deregistered', 'movedOut', 'operating'].map((status) =>
  fixOf('unit.status', status),
);

function rowProblem(sheet: ParsedSheet, { row, name, mark }: MarkedRow): ImportProblem {
  const field = isUnits(sheet) ? 'unit.status' : null;
  const problem =
    mark === 'coloured' ? problems.coloured({ name }, field) : problems.struckOut({ name }, field);
  return atRow(row.row, problem, field === null ? {} : { choices: statusChoices });
}

function cellProblems(sheet: ParsedSheet, { row, mark }: MarkedRow): ImportProblem[] {
  return filledCells(sheet, row.row).flatMap(({ index, cell }) => {
    const column = sheet.columns[index] ?? null;
    const found: ImportProblem[] = [];
    if (cell.isStruck && mark !== 'struck')
      found.push(
        atCell(row.row, column, cell, problems.markedCell({ found: textOf(cell) }, column?.field ?? null)),
      );
    if (cell.comment !== undefined) found.push(commentProblem(sheet, row.row, index, cell, cell.comment));
    return found;
  });
}

function commentProblem(
  sheet: ParsedSheet,
  row: number,
  index: number,
  cell: Cell,
  comment: string,
): ImportProblem {
  const status = isUnits(sheet) ? statusIn(comment) : null;
  const column = sheet.columns[index] ?? null;
  if (status === null) return atCell(row, column, cell, problems.comment({ comment }, column?.field ?? null));
  const choices = [
    fixOf('unit.status', status.status, labelOfValue('unit.status', status.status)),
    fixOf('unit.status', 'operating'),
  ];
  return atCell(row, column, cell, problems.comment({ comment }, 'unit.status'), { choices });
}
