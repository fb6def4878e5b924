/** A sheet as its owner knows it: column letters, widths after the content, headings merged as in the file. */
import type { SheetOverview, SheetTexts } from '@renderer/workers/import-desk/client';

/** Column letters as spreadsheets name them: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export interface HeadingCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** Cells of the heading block; what a merge covers is left out. */
export function headingCells(sheet: SheetOverview, texts: SheetTexts): HeadingCell[] {
  const top = sheet.headerRows[0];
  const bottom = sheet.headerRows.at(-1);
  if (top === undefined || bottom === undefined) return [];
  const cells: HeadingCell[] = [];
  const covered = new Set<string>();
  for (let row = top; row <= bottom; row++)
    for (let column = 0; column < sheet.columnCount; column++) {
      if (covered.has(`${row}:${column}`)) continue;
      const merge = sheet.merges.find(
        (range) => range.top === row && range.left === column && (range.right > column || range.bottom > row),
      );
      const rowSpan = merge ? Math.min(merge.bottom, bottom) - row + 1 : 1;
      const columnSpan = merge ? Math.min(merge.right, sheet.columnCount - 1) - column + 1 : 1;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) covered.add(`${r}:${c}`);
      cells.push({ row, rowSpan, column, columnSpan, text: texts[row - 1]?.[column] ?? '' });
    }
  return cells;
}

const rowsToMeasure = 200;
const [narrowest, widest, padding] = [3.5, 16, 1.25];
/** Headings wrap: a long one needs no column as wide as itself. */
const linesOfHeading = 2;
const wide = /[\u2e80-\uffff]/;
/** Width of a text in em: Chinese characters are square, others about half as wide. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const char of text) width += wide.test(char) ? 1 : 0.58;
  return width;
};

/** The lowest heading row with a merge of its own column ending in it, else the last one. */
const leafRow = (sheet: SheetOverview, column: number): number => {
  const bottom = sheet.headerRows.at(-1) ?? 1;
  return (
    sheet.merges.find(({ left, right, bottom: end }) => left === column && right === column && end === bottom)
      ?.top ?? bottom
  );
};

/** Left edge of every column in em, and the right edge of the last one. */
export function columnEdges(sheet: SheetOverview, texts: SheetTexts): number[] {
  const firstRow = (sheet.headerRows.at(-1) ?? 0) + 1;
  // 合计 and 填报人 lines spread over the columns; they set no width.
  const skipped = new Set(sheet.skippedRows.map(({ row }) => row));
  const edges = [0];
  for (let column = 0; column < sheet.columnCount; column++) {
    let width = Math.max(
      narrowest,
      widthOf(texts[leafRow(sheet, column) - 1]?.[column] ?? '') / linesOfHeading,
    );
    for (let row = firstRow; row <= texts.length && row < firstRow + rowsToMeasure; row++)
      if (!skipped.has(row)) width = Math.max(width, widthOf(texts[row - 1]?.[column] ?? ''));
    edges.push((edges[column] ?? 0) + Math.min(width, widest) + padding);
  }
  return edges;
}

/** Sheet rows shown below the heading, 1-based. */
export const bodyRows = (sheet: SheetOverview): { readonly first: number; readonly last: number } => ({
  first: (sheet.headerRows.at(-1) ?? 0) + 1,
  last: sheet.rowCount,
});
