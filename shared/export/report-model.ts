/**
 * One official table as plain data: what it says, how its heading nests and how it goes on paper. Built by
 * reports/*, printed alike by the xlsx, csv and html writers, so a preview, a file and a PDF never disagree.
 *
 * Sheet order: title, 填报单位 line, heading, rows, total, memo lines, foot line.
 */
export const reportCodes = ['F1', 'F2', 'F2S', 'F3', 'F4', 'F5', 'F6', 'F10'] as const;
export type ReportCode = (typeof reportCodes)[number];

/**
 * null prints as an empty cell (the unticked half of a one-of group); what is unknown prints "—" and is put there
 * by the report. Percentages are ratios (0.733) already rounded to the printed digit.
 */
export type ReportValue = string | number | null;

/** `code` is text that only looks like a number (credit codes, phones); `date` is a day known to some precision, as text. */
export type ColumnKind = 'text' | 'code' | 'number' | 'percent' | 'date';
export type ColumnAlign = 'left' | 'center' | 'right';

export interface ReportColumn {
  /** Headings from the top down: 党组织设置 / 类别 / 党委. */
  readonly path: readonly string[];
  /** Half-width characters of body text that fit on one line. */
  readonly width: number;
  readonly align: ColumnAlign;
  readonly kind: ColumnKind;
  /** Digits after the point for percent; null = as many as the number has. */
  readonly decimals: number | null;
}

/** Rows and columns count from 0 at the top left of the heading. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Body cells joined downwards (one person over several units); `row` counts from 0 at the first body row. */
export interface BodyMerge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
}

export interface ReportTable {
  /** null = a list that is no official table (搁置清单、核对单). */
  readonly code: ReportCode | null;
  readonly title: string;
  readonly sheetName: string;
  readonly paper: 'A3' | 'A4';
  readonly orientation: 'landscape' | 'portrait';
  /** Office that reports; empty leaves a blank to fill by hand. */
  readonly reportingUnit: string;
  /** YYYY-MM-DD. */
  readonly reportedOn: string;
  readonly columns: readonly ReportColumn[];
  readonly header: readonly HeaderCell[];
  readonly headerRowCount: number;
  readonly rows: readonly (readonly ReportValue[])[];
  readonly merges: readonly BodyMerge[];
  /** 合计, as values; null for tables that have none. */
  readonly total: readonly ReportValue[] | null;
  readonly memo: readonly string[];
  /** null = no form that is filled in, checked and sealed: the line under the title then names scope and day only. */
  readonly foot: ReportFoot | null;
  /** Columns that stay in view when the sheet scrolls sideways. */
  readonly frozenColumns: number;
  /** Document behind each body row. */
  readonly rowIds: readonly (string | null)[];
  /** Units behind a figure, by `cellKey(row, column)`; the total row's index is rows.length. Empty where rows are units. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

/** null leaves a blank to fill by hand. */
export interface ReportFoot {
  readonly filler: string | null;
  readonly reviewer: string | null;
  readonly phone: string | null;
}

export const cellKey = (row: number, column: number): string => `${row},${column}`;

/** Unknown, or does not apply. */
export const NONE = '—';
/** The one body row of an empty table. */
export const EMPTY_TABLE = '无';
export const TICK = '√';
