/**
 * Bytes of a workbook to plain cells, in a worker or under Node. Never throws for a bad file: what is wrong with
 * it is a problem, and then there are no sheets.
 */
import { CFB, type ParsingOptions, read, set_cptable, type WorkBook } from '@e965/xlsx';
import type { Cell, SheetCells, WorkbookCells, WorkbookFormat } from '@shared/import/model';
import { splitTables } from '@shared/import/split-tables';
import { turnTable } from '@shared/import/turn-table';
import { fileProblems } from '@shared/problems/file-problems';
import type { Problem } from '@shared/problems/problem';
import { decodeText } from './decode-text';
import { detectSeparator, parseDelimited } from './parse-delimited';
import { toSheetCells, trimRows } from './sheet-cells';
import { sniffFormat } from './sniff-format';
import { isMhtml, tablesInMhtml } from './unpack-mhtml';
import { listZip, repackStored, unpackZip, type ZipListing } from './unpack-zip';
import { readXlsMarks } from './xls-marks';
import { readXlsxMarks } from './xlsx-styles';

/** The library types its container reader loosely; this is the part used here. */
interface Container {
  readonly FullPaths: readonly string[];
}

/** An office's ledger has a few megabytes; whatever is larger is a mistake, and would exhaust an old PC. */
export const maxFileBytes = 100 * 1024 * 1024;
/** What the parts of an .xlsx may add up to when unpacked: ten times a sheet of 10,000 rows and 50 columns. */
const maxUnpackedBytes = 400 * 1024 * 1024;

const options: ParsingOptions = {
  dense: true,
  cellDates: false,
  cellNF: true,
  cellText: false,
  cellFormula: true,
  cellHTML: false,
  // Hidden columns are kept only together with styles.
  cellStyles: true,
};

/** Say this before reading a file of this size into memory; null = fine. */
export const findSizeProblem = (fileName: string, bytes: number): Problem | null =>
  bytes > maxFileBytes
    ? fileProblems.tooLarge({
        fileName,
        sizeMb: Math.round(bytes / 1024 / 1024),
        limitMb: maxFileBytes / 1024 / 1024,
      })
    : null;

export async function readCells(bytes: Uint8Array, fileName: string): Promise<WorkbookCells> {
  const size = findSizeProblem(fileName, bytes.length);
  if (size) return refused(fileName, size);
  const { format, looksLike } = sniffFormat(bytes);
  switch (format) {
    case 'empty':
      return refused(fileName, fileProblems.empty({ fileName }));
    case 'other':
      return refused(fileName, fileProblems.notSpreadsheet({ fileName, looksLike }));
    case 'zip':
      return readZip(bytes, fileName);
    case 'ole':
    case 'biff':
      return readOle(bytes, fileName, format === 'ole');
    case 'text':
      return readText(bytes, fileName);
  }
}

const refused = (fileName: string, problem: Problem): WorkbookCells => ({
  fileName,
  format: null,
  encoding: null,
  isDate1904: false,
  sheets: [],
  problems: [problem],
});

interface Found {
  readonly format: WorkbookFormat;
  readonly encoding: WorkbookCells['encoding'];
  readonly isDate1904: boolean;
  readonly sheets: readonly SheetCells[];
}

const accepted = (fileName: string, found: Found): WorkbookCells =>
  found.sheets.some(({ rows }) => rows.length > 0)
    ? { fileName, ...found, sheets: splitTables(found.sheets).map(turnTable), problems: [] }
    : refused(fileName, fileProblems.noContent({ fileName }));

const is1904 = (workbook: WorkBook): boolean => workbook.Workbook?.WBProps?.date1904 === true;

function readZip(bytes: Uint8Array, fileName: string): WorkbookCells {
  try {
    const problem = findZipProblem(listZip(bytes), fileName);
    if (problem) return refused(fileName, problem);
    const parts = unpackZip(bytes);
    const workbook = read(repackStored(parts), options);
    const sheets = toSheetCells(workbook, readXlsxMarks(parts));
    return accepted(fileName, { format: 'xlsx', encoding: null, isDate1904: is1904(workbook), sheets });
  } catch (error) {
    return refused(fileName, problemOf(error, fileName));
  }
}

function findZipProblem({ names, unpackedBytes }: ZipListing, fileName: string): Problem | null {
  if (unpackedBytes > maxUnpackedBytes)
    return fileProblems.tooLargeUnpacked({
      fileName,
      sizeMb: Math.round(unpackedBytes / 1024 / 1024),
      limitMb: maxUnpackedBytes / 1024 / 1024,
    });
  if (names.some((name) => /^xl\/workbook\.(?:xml|bin)$|^content\.xml$|^Index\//i.test(name))) return null;
  // Its list of parts is an .xlsx, but the workbook among them has lost its name.
  if (names.some((name) => name.startsWith('xl/'))) return fileProblems.damaged({ fileName });
  const looksLike = names.some((name) => name.startsWith('word/'))
    ? 'Word 文档'
    : names.some((name) => name.startsWith('ppt/'))
      ? '演示文稿'
      : '压缩包';
  return fileProblems.notSpreadsheet({ fileName, looksLike });
}

/** What the library throws has no codes; only passwords can be told apart. */
function problemOf(error: unknown, fileName: string): Problem {
  const isEncrypted = error instanceof Error && /password|encrypt/i.test(error.message);
  return isEncrypted ? fileProblems.encrypted({ fileName }) : fileProblems.damaged({ fileName });
}

async function readOle(bytes: Uint8Array, fileName: string, isContainer: boolean): Promise<WorkbookCells> {
  try {
    const container = isContainer ? CFB.read(bytes, { type: 'array' }) : null;
    const problem = container && findOleProblem(container, fileName);
    if (problem) return refused(fileName, problem);
    // Excel 5/95 wrote GBK; its table of characters is large and needed for such files only.
    set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    const workbook = read(bytes, options);
    const stream = container && CFB.find(container, 'Workbook');
    const marks = stream ? readXlsMarks(Uint8Array.from(stream.content)) : new Map();
    const sheets = toSheetCells(workbook, marks);
    return accepted(fileName, { format: 'xls', encoding: null, isDate1904: is1904(workbook), sheets });
  } catch (error) {
    return refused(fileName, problemOf(error, fileName));
  }
}

/** The container names its streams: an encrypted .xlsx, a workbook, or something else such as a .doc. */
function findOleProblem(container: Container, fileName: string): Problem | null {
  const names = container.FullPaths.map((path) => path.split('/').at(-1)?.toLowerCase() ?? '');
  const has = (...wanted: string[]): boolean => names.some((name) => wanted.includes(name));
  if (has('encryptedpackage', 'encryptioninfo')) return fileProblems.encrypted({ fileName });
  if (has('workbook', 'book')) return null;
  const looksLike = has('worddocument') ? 'Word 文档' : has('powerpoint document') ? '演示文稿' : null;
  return looksLike === null
    ? fileProblems.damaged({ fileName })
    : fileProblems.notSpreadsheet({ fileName, looksLike });
}

function readText(bytes: Uint8Array, fileName: string): WorkbookCells {
  const decoded = decodeText(bytes);
  if (!decoded) return refused(fileName, fileProblems.notSpreadsheet({ fileName, looksLike: null }));
  const { text, encoding } = decoded;
  if (/^\s*</.test(text)) return readMarkup(text, encoding, fileName);
  if (isMhtml(text)) return readMarkup(tablesInMhtml(text), encoding, fileName);
  const rows = parseDelimited(text, detectSeparator(text)).map((row) =>
    row.map(asText).map((value): Cell | null => (value.trim() === '' ? null : { kind: 'text', value })),
  );
  if (!isTable(rows) || isProgramData.test(text))
    return refused(fileName, fileProblems.notSpreadsheet({ fileName, looksLike: '文本文件' }));
  return accepted(fileName, {
    format: 'csv',
    encoding,
    isDate1904: false,
    sheets: [plainSheet(stemOf(fileName), rows)],
  });
}

/** ="13800138000": how programs write a number into a text file so that it stays text. */
const asText = (value: string): string => /^="(.*)"$/s.exec(value.trim())?.[1] ?? value;

/** Data of a program has commas at the ends of its lines. */
const isProgramData = /^\s*[{[]\s*["{[]/;

/** Running text has separators too, but not the same number in most lines. */
function isTable(rows: readonly (readonly unknown[])[]): boolean {
  const widths = rows.filter((row) => row.some((cell) => cell !== null)).map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values()) * 2 >= widths.length;
}

/** HTML tables and XML spreadsheets under the name .xls; cells stay text, else long codes lose their digits. */
function readMarkup(text: string, encoding: WorkbookCells['encoding'], fileName: string): WorkbookCells {
  if (!/<(?:table|(?:\w+:)?Workbook)[\s>]/i.test(text))
    return refused(
      fileName,
      fileProblems.notSpreadsheet({ fileName, looksLike: /^\s*<\?xml/.test(text) ? null : '网页' }),
    );
  try {
    const workbook = read(text, { ...options, type: 'string', raw: true });
    const sheets = toSheetCells(workbook, new Map());
    const named =
      sheets.length === 1 ? sheets.map((sheet) => ({ ...sheet, name: stemOf(fileName) })) : sheets;
    return accepted(fileName, { format: 'html', encoding, isDate1904: false, sheets: named });
  } catch (error) {
    return refused(fileName, problemOf(error, fileName));
  }
}

const stemOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '') || fileName;

function plainSheet(name: string, rows: readonly (readonly (Cell | null)[])[]): SheetCells {
  const trimmed = trimRows(rows);
  return {
    name,
    isHidden: false,
    rows: trimmed,
    columnCount: trimmed.reduce((widest, row) => Math.max(widest, row.length), 0),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isFiltered: false,
  };
}
