/**
 * Tables as an Excel workbook, one sheet each. Runs in a worker and under Node. The only file that knows the
 * spreadsheet library.
 */
import { bodyOf, footTexts, reportingLine } from '@shared/export/cell-text';
import {
  bodyRowHeight,
  headerHeights,
  MARGIN_MM,
  SPARE_CHARACTERS,
  wideLineHeight,
} from '@shared/export/print-layout';
import { cellKey, type ReportColumn, type ReportTable, type ReportValue } from '@shared/export/report-model';
import { safeText } from '@shared/export/safe-text';
import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { bodyStyle, headingStyle, lineStyle, memoStyle, titleStyle, totalStyle } from './xlsx-styles';

const TITLE_ROW = 0;
const LINE_ROW = 1;
const HEADER_ROW = 2;
const MM_PER_INCH = 25.4;

/** @returns the bytes of an .xlsx file. Sheet names must differ. */
export function writeReportXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(toSheet),
    namedRanges: tables.map(repeatedHeading),
    defaultFont: { name: '宋体', size: 11, charset: 134 },
    properties: { title: safeText(tables.map((table) => table.title).join('、')) },
  });
}

/**
 * The heading rows on every page. Named here and not by the library's own option, which writes sheet names without
 * quotes: a bracket in one would make Excel call the file damaged.
 */
const repeatedHeading = ({ sheetName, headerRowCount }: ReportTable) => ({
  name: '_xlnm.Print_Titles',
  range: `'${sheetName.replaceAll("'", "''")}'!$${HEADER_ROW + 1}:$${HEADER_ROW + headerRowCount}`,
  scope: sheetName,
});

function toSheet(table: ReportTable): WriteSheet {
  const sheet = new SheetDraft(table);
  sheet.placeTop();
  sheet.placeHeading();
  sheet.placeBody();
  sheet.placeBottom();
  return sheet.finish();
}

/** Collects one sheet from the top row down. */
class SheetDraft {
  readonly #table: ReportTable;
  readonly #lastColumn: number;
  readonly #rows: CellValue[][] = [];
  readonly #cells: NonNullable<WriteSheet['cells']> = new Map();
  readonly #merges: NonNullable<WriteSheet['merges']> = [];
  readonly #heights: NonNullable<WriteSheet['rowDefs']> = new Map();

  constructor(table: ReportTable) {
    this.#table = table;
    this.#lastColumn = table.columns.length - 1;
  }

  placeTop(): void {
    const { unit, day } = reportingLine(this.#table);
    this.#across(TITLE_ROW, [safeText(this.#table.title)], titleStyle, 40);
    this.#across(LINE_ROW, [unit, day], lineStyle, 20);
  }

  placeHeading(): void {
    const heights = headerHeights(this.#table);
    heights.forEach((height, index) => {
      this.#addRow([], height);
      this.#styleRow(HEADER_ROW + index, headingStyle);
    });
    for (const { text, row, column, rowSpan, columnSpan } of this.#table.header) {
      this.#put(HEADER_ROW + row, column, safeText(text), headingStyle);
      this.#merge(HEADER_ROW + row, column, rowSpan, columnSpan);
    }
  }

  placeBody(): void {
    const { rows, merges, isEmpty } = bodyOf(this.#table);
    const first = this.#rows.length;
    const joined = new Set(merges.flatMap(({ row, column, rowSpan }) => rangeKeys(row, column, rowSpan)));
    rows.forEach((row, index) => {
      this.#addBodyRow(row, (column) => joined.has(cellKey(index, column)));
    });
    for (const { row, column, rowSpan } of merges) this.#merge(first + row, column, rowSpan, 1);
    if (isEmpty) {
      this.#styleRow(first, headingStyle);
      this.#merge(first, 0, 1, this.#lastColumn + 1);
    }
    const { total } = this.#table;
    if (total === null) return;
    const row = this.#addBodyRow(total, () => false);
    this.#table.columns.forEach((column, index) => {
      this.#cells.set(`${row},${index}`, { style: totalStyle(column) });
    });
  }

  placeBottom(): void {
    for (const memo of this.#table.memo) {
      const text = safeText(memo);
      this.#across(this.#rows.length, [text], memoStyle, wideLineHeight(text, this.#table.columns));
    }
    if (this.#table.foot !== null) this.#across(this.#rows.length, footTexts(this.#table), lineStyle, 24);
  }

  finish(): WriteSheet {
    const table = this.#table;
    const headerEnd = HEADER_ROW + table.headerRowCount;
    return {
      name: table.sheetName,
      columns: table.columns.map(toColumnDef),
      rows: this.#rows,
      cells: this.#cells,
      merges: this.#merges,
      rowDefs: this.#heights,
      freezePane: { rows: headerEnd, columns: table.frozenColumns },
      pageSetup: pageSetup(table),
      headerFooter: { oddFooter: '&C第 &P 页 / 共 &N 页' },
    };
  }

  /** Texts side by side over the whole width, in equal shares of the columns; the last of two stands right. */
  #across(
    row: number,
    texts: readonly string[],
    style: (align: 'left' | 'right' | 'center') => CellStyle,
    height: number,
  ): void {
    this.#addRow([], height);
    const columns = this.#lastColumn + 1;
    texts.forEach((text, index) => {
      const start = Math.floor((columns * index) / texts.length);
      const end = Math.floor((columns * (index + 1)) / texts.length);
      if (end <= start) return;
      this.#put(row, start, text, style(alignOf(index, texts.length)));
      this.#merge(row, start, 1, end - start);
    });
  }

  #addBodyRow(values: readonly ReportValue[], isJoined: (column: number) => boolean): number {
    const { columns } = this.#table;
    const height = bodyRowHeight(
      values.map((value) => (typeof value === 'string' ? value : '')),
      columns,
      isJoined,
    );
    return this.#addRow(values.map(toCellValue), height ?? undefined);
  }

  #addRow(values: CellValue[], height?: number): number {
    this.#rows.push(values);
    if (height !== undefined) this.#heights.set(this.#rows.length - 1, { height });
    return this.#rows.length - 1;
  }

  #styleRow(row: number, style: CellStyle): void {
    for (let column = 0; column <= this.#lastColumn; column++) this.#cells.set(`${row},${column}`, { style });
  }

  #put(row: number, column: number, value: string, style: CellStyle): void {
    this.#cells.set(`${row},${column}`, { value, style });
  }

  #merge(row: number, column: number, rowSpan: number, columnSpan: number): void {
    if (rowSpan * columnSpan === 1) return;
    this.#merges.push({
      startRow: row,
      startCol: column,
      endRow: row + rowSpan - 1,
      endCol: column + columnSpan - 1,
    });
  }
}

const alignOf = (index: number, count: number): 'left' | 'right' | 'center' => {
  if (count === 1) return 'center';
  return count === 2 && index === 1 ? 'right' : 'left';
};

const rangeKeys = (row: number, column: number, rowSpan: number): string[] =>
  Array.from({ length: rowSpan }, (_, i) => cellKey(row + i, column));

const toCellValue = (value: ReportValue): CellValue => (typeof value === 'string' ? safeText(value) : value);

const toColumnDef = (column: ReportColumn) => ({
  width: column.width + SPARE_CHARACTERS,
  style: bodyStyle(column),
});

function pageSetup(table: ReportTable): NonNullable<WriteSheet['pageSetup']> {
  const { top, right, bottom, left } = MARGIN_MM;
  return {
    paperSize: table.paper === 'A3' ? 'a3' : 'a4',
    orientation: table.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: top / MM_PER_INCH,
      right: right / MM_PER_INCH,
      bottom: bottom / MM_PER_INCH,
      left: left / MM_PER_INCH,
      header: 0.3,
      footer: 0.3,
    },
  };
}
