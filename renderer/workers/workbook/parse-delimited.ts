/** Text with separators to rows. Cells stay text: a credit code or phone must never become a number on the way. */

const separators = [',', '\t', ';', '|', '，'];

/** The separator that splits most of the first lines into the same number of columns. */
export function detectSeparator(text: string): string {
  const head = text.slice(0, 20_000);
  let best = ',';
  let bestScore = 0;
  for (const separator of separators) {
    const widths = parseDelimited(head, separator, 30).map((row) => row.length);
    const wide = widths.filter((width) => width > 1);
    const usual = mostFrequent(wide);
    const score = wide.filter((width) => width === usual).length * Math.min(usual, 20);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** RFC 4180, forgiving: quotes inside an unquoted cell are kept, a missing end quote ends with the text. */
export function parseDelimited(
  text: string,
  separator: string,
  maxRows = Number.POSITIVE_INFINITY,
): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length && rows.length < maxRows) {
    const cell = text[at] === '"' ? readQuoted(text, at + 1) : readBare(text, at, separator);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    // A line break at the end of the file starts no further row.
    if (at >= text.length) break;
  }
  return rows;
}

interface ReadPart {
  readonly value: string;
  readonly end: number;
}

function readBare(text: string, start: number, separator: string): ReadPart {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): ReadPart {
  let value = '';
  let at = start;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
  return { value, end: at };
}
