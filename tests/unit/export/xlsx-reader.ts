/** Reads a workbook back with another library than the one that wrote it, and its raw parts from the archive. */
import * as xlsx from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';

export interface ReadBack {
  readonly sheetNames: readonly string[];
  readonly text: (address: string, sheet?: number) => string | undefined;
  readonly cell: (address: string, sheet?: number) => xlsx.CellObject | undefined;
  readonly rows: (sheet?: number) => unknown[][];
  readonly merges: (sheet?: number) => string[];
  readonly sheetXml: (sheet?: number) => string;
  readonly workbookXml: string;
  readonly stylesXml: string;
}

export function readBack(bytes: Uint8Array): ReadBack {
  const book = xlsx.read(bytes, { type: 'array', cellNF: true, cellStyles: true });
  const parts = unzipSync(bytes);
  const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const sheetOf = (index = 0) => book.Sheets[book.SheetNames[index] ?? ''] ?? {};
  const cell = (address: string, sheet?: number): xlsx.CellObject | undefined => sheetOf(sheet)[address];
  return {
    sheetNames: book.SheetNames,
    cell,
    text: (address, sheet) => cell(address, sheet)?.w,
    rows: (sheet) =>
      xlsx.utils.sheet_to_json(sheetOf(sheet), { header: 1, raw: true, defval: null, blankrows: true }),
    merges: (sheet) => (sheetOf(sheet)['!merges'] ?? []).map((range) => xlsx.utils.encode_range(range)),
    sheetXml: (index = 0) => part(`xl/worksheets/sheet${index + 1}.xml`),
    workbookXml: part('xl/workbook.xml'),
    stylesXml: part('xl/styles.xml'),
  };
}
