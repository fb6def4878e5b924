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

/**
 * RFC 4180, forgiving: quotes inside an unquoted cell are kept, and one that never ends is a sign like any other:
 * it must not swallow the rows below.
 */
export function parseDelimited(
  text: string,
  separator: string,
  maxRows = Number.POSITIVE_INFINITY,
): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length && rows.length < maxRows) {
    const cell =
      (text[at] === '"' ? readQuoted(text, at + 1, separator) : null) ?? readBare(text, at, separator);
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
  return { value: text.slice(start, end).replace(/^"/, ''), end };
}

/** null when the quote does not end where a cell ends: then it was a sign, and the next quote begins another cell. */
function readQuoted(text: string, start: number, separator: string): ReadPart | null {
  let value = '';
  let at = start;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    const next = text[quote + 1];
    if (next !== '"')
      return next === undefined || [separator, '\n', '\r'].includes(next) ? { value, end: quote + 1 } : null;
    value += '"';
    at = quote + 2;
  }
  return null;
}
