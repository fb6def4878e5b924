/** Sizes on paper shared by the writers, so that a PDF of the workbook and the printed page look alike. */
import type { ReportColumn, ReportTable } from './report-model';

export const BODY_POINTS = 10;
export const TITLE_POINTS = 22;
export const LINE_POINTS = 11;
const LINE_HEIGHT = 1.3;
/** Spreadsheets measure a column in digits of the default type (7 pixels in 宋体 11) plus 5 pixels of air. */
const PIXELS_PER_CHARACTER = 7;
const AIR_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;
/** What a column is wider than its characters, so that rounding never wraps the last one. */
export const SPARE_CHARACTERS = 0.3;
export const CELL_PADDING_POINTS = 1.5;
/** The outer border lies half outside the table and must not fall off the page. */
const OUTER_LINE_POINTS = 2;
export const MARGIN_MM = { top: 15, right: 10, bottom: 15, left: 10 } as const;

const paperMm = { A3: { short: 297, long: 420 }, A4: { short: 210, long: 297 } } as const;
const wide =
  /[\u1100-\u115F\u2014\u2018-\u201D\u2026\u221A\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u3000-\u303F]|[\uD840-\uD8BF][\uDC00-\uDFFF]/;

/** Half-width characters a text takes on one line. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0);

/** Lines the text takes in a column of that many half-width characters; a wide character never splits. */
export function lineCount(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const char of paragraph) {
      const step = wide.test(char) ? 2 : 1;
      if (used > 0 && used + step > width) {
        lines += 1;
        used = 0;
      }
      used += step;
    }
  }
  return lines;
}

/** Heights of the heading rows in points: each label has room for its lines over the rows and columns it spans. */
export function headerHeights(table: ReportTable): number[] {
  const heights = Array.from({ length: table.headerRowCount }, () => lineHeight(1));
  const bySpan = [...table.header].sort((a, b) => a.rowSpan - b.rowSpan);
  for (const cell of bySpan) {
    const covered = table.columns.slice(cell.column, cell.column + cell.columnSpan);
    const needed = lineHeight(lineCount(cell.text, roomOf(covered, BODY_POINTS)));
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const missing = needed - rows.reduce((sum, height) => sum + height, 0);
    const last = cell.row + cell.rowSpan - 1;
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}

/**
 * Height a body row needs in points, or null when every text fits on one line. Spreadsheets other than Excel do not
 * grow rows by themselves. Joined cells have the room of several rows and are left out.
 */
export function bodyRowHeight(
  texts: readonly string[],
  columns: readonly ReportColumn[],
  isJoined: (column: number) => boolean,
): number | null {
  let lines = 1;
  texts.forEach((text, index) => {
    const column = columns[index];
    const width = column === undefined ? 0 : roomOf([column], BODY_POINTS);
    const isShort = text.length * 2 <= width && !text.includes('\n');
    if (!isShort && !isJoined(index)) lines = Math.max(lines, lineCount(text, width));
  });
  return lines === 1 ? null : lineHeight(lines);
}

/** Height of a line of text that runs over the whole table. */
export const wideLineHeight = (text: string, columns: readonly ReportColumn[]): number =>
  lineHeight(lineCount(text, roomOf(columns, LINE_POINTS)));

const pointsOf = (columns: readonly ReportColumn[]): number =>
  columns.reduce((sum, column) => sum + columnPoints(column), 0);
/** Half-width characters of a size that fit on one line over these columns. */
const roomOf = (columns: readonly ReportColumn[], points: number): number =>
  Math.floor((pointsOf(columns) - 2 * CELL_PADDING_POINTS - 1) / (points / 2));
const lineHeight = (lines: number): number => Math.ceil(lines * BODY_POINTS * LINE_HEIGHT + 5);

/** Page size in millimetres as the paper lies. */
export function pageMm(table: ReportTable): { readonly width: number; readonly height: number } {
  const { short, long } = paperMm[table.paper];
  return table.orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** Width of one column in points at the full body size. */
export const columnPoints = ({ width }: ReportColumn): number =>
  ((width + SPARE_CHARACTERS) * PIXELS_PER_CHARACTER + AIR_PIXELS) * POINTS_PER_PIXEL;

/** Factor ≤ 1 that makes all columns fit the paper, as a spreadsheet's fit-to-width does. */
export function fitScale(table: ReportTable): number {
  const usable = ((pageMm(table).width - MARGIN_MM.left - MARGIN_MM.right) * 72) / 25.4 - OUTER_LINE_POINTS;
  return Math.min(1, usable / pointsOf(table.columns));
}
