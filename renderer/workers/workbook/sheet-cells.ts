/** Sheets of the reader library as plain cells. The only file besides read-cells that knows the library. */
import { type CellObject, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, MergedRange, SheetCells } from '@shared/import/model';
import { dayOfSerial } from '@shared/import/parsers/parse-date';
import { type CellMarks, fontMarks, type MarksBySheet } from './xlsx-styles';

/** Excel keeps 15 digits of a number. */
const firstDamagedNumber = 1e15;

export function toSheetCells(workbook: WorkBook, marks: MarksBySheet): SheetCells[] {
  const isDate1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.flatMap((name, index): SheetCells[] => {
    const sheet = workbook.Sheets[name];
    if (!sheet || sheet['!type'] === 'chart') return [];
    const isHidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [toCells(name, sheet, isHidden, isDate1904, marks.get(name) ?? new Map())];
  });
}

function toCells(
  name: string,
  sheet: WorkSheet,
  isHidden: boolean,
  isDate1904: boolean,
  marks: ReadonlyMap<string, CellMarks>,
): SheetCells {
  // `dense` puts the rows of cells here; the typings describe the sparse form only.
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  const rows = Array.from(data, (line, r) =>
    Array.from(line ?? [], (cell, c) => (cell ? toCell(cell, marksAt(marks, r, c), isDate1904) : null)),
  );
  const trimmed = trimRows(rows);
  const hiddenRows = (sheet['!rows'] ?? []).flatMap((info, r) =>
    info?.hidden && r < trimmed.length ? [r + 1] : [],
  );
  const columnCount = trimmed.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    name,
    isHidden,
    rows: trimmed,
    columnCount,
    merges: (sheet['!merges'] ?? [])
      .map(toMerge)
      .filter(({ top, left }) => top <= trimmed.length && left < columnCount),
    hiddenRows,
    hiddenColumns: (sheet['!cols'] ?? []).flatMap((info, c) => (info?.hidden && c < columnCount ? [c] : [])),
    isFiltered: sheet['!autofilter'] !== undefined && hiddenRows.length > 0,
  };
}

const marksAt = (marks: ReadonlyMap<string, CellMarks>, r: number, c: number): CellMarks | undefined =>
  marks.size === 0 ? undefined : marks.get(utils.encode_cell({ r, c }));

const toMerge = ({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): MergedRange => ({
  top: s.r + 1,
  bottom: e.r + 1,
  left: s.c,
  right: e.c,
});

/** Rows without their empty tails: a used range that reaches to row 14006 costs nothing further on. */
export function trimRows(rows: readonly (readonly (Cell | null)[])[]): (Cell | null)[][] {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
}

function toCell(cell: CellObject, marks: CellMarks | undefined, isDate1904: boolean): Cell | null {
  const content = contentOf(cell, isDate1904);
  if (content === null) return null;
  const comment = commentOf(cell);
  const rich = typeof cell.r === 'string' && cell.r.includes('<rPr>') ? richMarks(cell.r) : undefined;
  return {
    ...content,
    ...(cell.f === undefined ? {} : { isFormula: true }),
    ...(comment === null ? {} : { comment }),
    ...rich,
    ...marks,
  };
}

type Content = Pick<Cell, 'kind' | 'value' | 'serial' | 'isBeyondPrecision'>;

function contentOf(cell: CellObject, isDate1904: boolean): Content | null {
  const { t, v } = cell;
  if (t === 'e') return { kind: 'error', value: cell.w ?? errorSigns[Number(v)] ?? '#错误' };
  if (t === 'b') return { kind: 'boolean', value: v === true };
  if (t === 'n' && typeof v === 'number') return numberContent(cell, v, isDate1904);
  if (v instanceof Date) return { kind: 'date', value: v.toISOString().slice(0, 10) };
  if (t === 's' && typeof v === 'string') return v.trim() === '' ? null : { kind: 'text', value: v };
  // A formula whose result was never stored.
  return cell.f === undefined ? null : { kind: 'error', value: '公式没有结果' };
}

const errorSigns: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

function numberContent(cell: CellObject, v: number, isDate1904: boolean): Content {
  const format = cell.z;
  const isDate = format !== undefined && format !== 'General' && SSF.is_date(String(format));
  if (isDate && v >= 1 && v < 2_958_466)
    return { kind: 'date', value: dayOfSerial(v, isDate1904), serial: v };
  return Math.abs(v) >= firstDamagedNumber
    ? { kind: 'number', value: v, isBeyondPrecision: true }
    : { kind: 'number', value: v };
}

/** Comments begin with their author's name on a line of its own. */
function commentOf(cell: CellObject): string | null {
  const said = (cell.c ?? [])
    .map(({ t, a }) => (a !== undefined && t?.startsWith(`${a}:`) ? t.slice(a.length + 1) : (t ?? '')).trim())
    .filter((one) => one !== '')
    .join('；');
  return said === '' ? null : said.replace(/\s+/g, ' ');
}

/** A rich text counts as marked when every run of it is. */
function richMarks(xml: string): CellMarks {
  const runs = xml.match(/<r>[\s\S]*?<\/r>/g) ?? [];
  const marks = runs.map(fontMarks);
  const [first] = marks;
  if (!first) return {};
  return {
    ...(marks.every(({ isStruck }) => isStruck) ? { isStruck: true } : {}),
    ...(first.fontColor !== undefined && marks.every(({ fontColor }) => fontColor === first.fontColor)
      ? { fontColor: first.fontColor }
      : {}),
  };
}
