/**
 * Comma-separated text as Chinese spreadsheets open it: UTF-8 with byte order mark, CRLF. Groups of the heading
 * are repeated over each of their columns, because a text file has no merged cells to say how far they reach.
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
    ...headerLines(table),
    ...bodyOf(table).rows.map((row) => valueLine(table, row)),
    ...(table.total === null ? [] : [valueLine(table, table.total)]),
    ...table.memo.map((memo) => [safeText(memo)]),
    [...footTexts(table)],
  ];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function headerLines(table: ReportTable): string[][] {
  const lines = Array.from({ length: table.headerRowCount }, () => table.columns.map(() => ''));
  for (const cell of table.header) {
    const line = lines[cell.row];
    for (let i = 0; line && i < cell.columnSpan; i++) line[cell.column + i] = safeText(cell.text);
  }
  return lines;
}

const valueLine = (table: ReportTable, values: readonly ReportValue[]): string[] =>
  values.map((value, index) => cellText(value, table.columns[index]));

/** A tab behind what would be misread keeps it text in a spreadsheet; readers trim it. */
function quoted(text: string): string {
  if (misread.test(text)) return `"${text}\t"`;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
