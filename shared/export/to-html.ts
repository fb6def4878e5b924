/**
 * One table as a page that stands alone: a preview in a frame, a print-out, a PDF. Same paper, widths, type and
 * repeated heading as the workbook.
 */
import { bodyOf, cellText, footTexts, reportingLine, totalAlign } from './cell-text';
import { printStyles } from './print-styles';
import type { HeaderCell, ReportColumn, ReportTable, ReportValue } from './report-model';
import { safeText } from './safe-text';

/** @param picture SVG of the chart the table belongs to, above it on the page */
export function toHtml(table: ReportTable, picture?: string): string {
  const { unit, day } = reportingLine(table);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${htmlText(table.title)}</title>
<style>${printStyles(table)}</style>
</head>
<body>
<main>
<h1>${htmlText(table.title)}</h1>
<p class="line"><span>${htmlText(unit)}</span><span>${htmlText(day)}</span></p>
${picture === undefined ? '' : `<figure>${picture}</figure>`}
<table>
<colgroup>${table.columns.map((_, index) => `<col class="c${index}">`).join('')}</colgroup>
<thead>${headerRows(table)}</thead>
<tbody>
${bodyRows(table)}
${totalRow(table)}
</tbody>
</table>
${table.memo.map((memo) => `<p class="memo">${htmlText(memo)}</p>`).join('\n')}
${footLine(table)}
</main>
</body>
</html>
`;
}

const footLine = (table: ReportTable): string =>
  table.foot === null
    ? ''
    : `<p class="foot">${footTexts(table)
        .map((text) => `<span>${htmlText(text)}</span>`)
        .join('')}</p>`;

function headerRows(table: ReportTable): string {
  const rows = Array.from({ length: table.headerRowCount }, (_, row) =>
    table.header.filter((cell) => cell.row === row).map(headerCell),
  );
  return rows.map((cells) => `<tr>${cells.join('')}</tr>`).join('');
}

const headerCell = (cell: HeaderCell): string =>
  `<th scope="${cell.columnSpan > 1 ? 'colgroup' : 'col'}"${spans(cell.rowSpan, cell.columnSpan)}>${htmlText(cell.text)}</th>`;

const spans = (rowSpan: number, columnSpan: number): string =>
  (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (columnSpan > 1 ? ` colspan="${columnSpan}"` : '');

function bodyRows(table: ReportTable): string {
  const body = bodyOf(table);
  if (body.isEmpty)
    return `<tr><td class="center" colspan="${table.columns.length}">${cellText(body.rows[0]?.[0] ?? null, undefined)}</td></tr>`;
  const starts = new Map(body.merges.map((merge) => [`${merge.row},${merge.column}`, merge.rowSpan]));
  const covered = new Set(
    body.merges.flatMap(({ row, column, rowSpan }) =>
      Array.from({ length: rowSpan - 1 }, (_, i) => `${row + 1 + i},${column}`),
    ),
  );
  const cells = (values: readonly ReportValue[], row: number): string =>
    values
      .map((value, column) => {
        const place = `${row},${column}`;
        return covered.has(place) ? '' : cell(value, table.columns[column], starts.get(place) ?? 1);
      })
      .join('');
  return body.rows.map((values, row) => `<tr>${cells(values, row)}</tr>`).join('\n');
}

const totalRow = ({ total, columns }: ReportTable): string =>
  total === null
    ? ''
    : `<tr class="total">${columns.map((column, index) => cell(total[index] ?? null, { ...column, align: totalAlign(column) }, 1)).join('')}</tr>`;

const cell = (value: ReportValue, column: ReportColumn | undefined, rowSpan: number): string =>
  `<td class="${column?.align ?? 'left'}"${spans(rowSpan, 1)}>${htmlText(cellText(value, column))}</td>`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Also safe inside an attribute. */
export const htmlText = (text: string): string =>
  safeText(text).replace(/[&<>"']/g, (char) => entities[char] ?? char);
