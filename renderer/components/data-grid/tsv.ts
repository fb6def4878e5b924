/** The clipboard format of Excel and WPS: tabs, line breaks, and quotes around cells that contain either. */

/** One trailing line break is the end of the block, not an empty row. Quoted cells keep their line breaks. */
export function parseTsv(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const cell = readCell(source, at);
    row.push(cell.text);
    at = cell.end;
    const separator = source[at];
    at += 1;
    if (separator === '\t') continue;
    rows.push(row);
    row = [];
    if (separator === undefined) return rows;
  }
}

/** A quote opens a quoted cell only where it closes again right before a separator; otherwise it is just text. */
function readCell(source: string, start: number): { text: string; end: number } {
  if (source[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = start;
    const found = quoted.exec(source);
    if (found) return { text: (found[1] ?? '').replaceAll('""', '"'), end: quoted.lastIndex };
  }
  const rest = /[\t\n]/g;
  rest.lastIndex = start;
  const end = rest.exec(source)?.index ?? source.length;
  return { text: source.slice(start, end), end };
}

export function formatTsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\r\n');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/**
 * The same block as an HTML table whose cells are marked as text: without the mark Excel turns 18-digit codes
 * into 9.13E+17 when the block is pasted there.
 */
export function formatHtmlTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<td style='mso-number-format:"\\@"'>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
