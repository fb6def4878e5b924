/** Sheets written out in a test: one array per row; strings, numbers, null; or a whole cell where it matters. */
import {
  type Cell,
  firstLook,
  type ImportContext,
  type ImportProblem,
  type MergedRange,
  type ReadSheet,
  type SheetCells,
  type WorkbookCells,
} from '@shared/import/model';
import { readWorkbook } from '@shared/import/read-workbook';
import { type FlatSheet, toFlatSheet } from '../../../scripts/read-workbook/flat-sheet';

export type Content = string | number | boolean | null | Cell;

const toCell = (content: Content): Cell | null => {
  if (content === null || content === '') return null;
  if (typeof content === 'object') return content;
  if (typeof content === 'number')
    return Math.abs(content) >= 1e15
      ? { kind: 'number', value: content, isBeyondPrecision: true }
      : { kind: 'number', value: content };
  return { kind: typeof content === 'boolean' ? 'boolean' : 'text', value: content };
};

/** 'A1:C1' → merged range. */
export function merge(range: string): MergedRange {
  const [from = '', to = from] = range.split(':');
  const at = (address: string) => {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return {
      row: Number(digits),
      column: [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1,
    };
  };
  const [start, end] = [at(from), at(to)];
  return { top: start.row, bottom: end.row, left: start.column, right: end.column };
}

export interface SheetOptions {
  readonly name?: string;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: boolean;
  readonly isFiltered?: boolean;
}

export function sheetOf(rows: readonly (readonly Content[])[], options: SheetOptions = {}): SheetCells {
  return {
    name: options.name ?? '企业台账',
    isHidden: options.isHidden ?? false,
    rows: rows.map((row) => row.map(toCell)),
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    merges: (options.merges ?? []).map(merge),
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    isFiltered: options.isFiltered ?? false,
  };
}

export const workbookOf = (...sheets: SheetCells[]): WorkbookCells => ({
  fileName: '台账.xlsx',
  format: 'xlsx',
  encoding: null,
  isDate1904: false,
  sheets,
  problems: [],
});

export const today = '2026-11-21';

/** Reads one sheet as the wizard's first look does. */
export function readOne(
  rows: readonly (readonly Content[])[],
  options: SheetOptions = {},
  context: Partial<ImportContext> = {},
): ReadSheet {
  const read = readWorkbook(workbookOf(sheetOf(rows, options)), { ...firstLook(today), ...context });
  return read.sheets[0]!;
}

export const readFlat = (...args: Parameters<typeof readOne>): FlatSheet => toFlatSheet(readOne(...args));

/** Problems of a row, optionally of one column. */
export const problemsAt = (sheet: ReadSheet, row: number | null, column?: string): readonly ImportProblem[] =>
  sheet.problems.filter((one) => one.row === row && (column === undefined || one.column === column));
export const codesAt = (sheet: ReadSheet, row: number | null, column?: string): readonly string[] =>
  problemsAt(sheet, row, column).map(({ code }) => code);

/** A small ledger of units: 企业名称 and the given columns, one row per entry, heading in row 1, data from row 2. */
export function ledger(
  headings: readonly string[],
  ...rows: readonly (readonly Content[])[]
): readonly (readonly Content[])[] {
  return [
    ['序号', '企业名称', ...headings],
    ...rows.map((row, i) => [i + 1, firmNames[i] ?? `第${i + 1}食品有限公司`, ...row]),
  ];
}
export const firmNames = [
  '甲木食品有限公司',
  '乙水机械有限公司',
  '丙火纺织有限公司',
  '丁土物流有限公司',
  '戊金建材有限公司',
  '己石陶瓷有限公司',
];
