/**
 * Comma-separated text as Chinese spreadsheets open it: UTF-8 with byte order mark, CRLF. The heading is one row
 * of whole paths (书记-来源-出资人), because a text file has no merged cells to say how far a group reaches.
 */
import { bodyOf, cellText, footTexts, reportingLine } from './cell-text';
import type { ReportTable, ReportValue } from './report-model';
import { safeText } from './safe-text';

const BYTE_ORDER_MARK = '\uFEFF';
/** A spreadsheet that opens the file makes 9.13E+17 of twelve digits or more, and the ninth of December of 12/9. */
const misread = /^\d{12,}$|^\d+[/-]\d+$/;

export function toCsv(table: ReportTable): string {
  const { unit, day } = reportingLine(table);
  const lines = [
    [safeText(table.title)],
    [unit, day],
    table.columns.map(({ path }) => safeText(path.join('-'))),
    ...bodyOf(table).rows.map((row) => valueLine(table, row)),
    ...(table.total === null ? [] : [valueLine(table, table.total)]),
    ...table.memo.map((memo) => [safeText(memo)]),
    ...(table.foot === null ? [] : [[...footTexts(table)]]),
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

const valueLine = (table: ReportTable, values: readonly ReportValue[]): string[] =>
  values.map((value, index) => cellText(value, table.columns[index]));

/** A tab behind what would be misread keeps it text in a spreadsheet; readers trim it. */
function quoted(text: string): string {
  if (misread.test(text)) return `"${text}\t"`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
