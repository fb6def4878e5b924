/**
 * Step 02. Headings of several rows as one path per column, top-down: merged groups fill to the right (H2), and
 * so do groups whose merge was lost on the way (csv). `党员队伍 / 35岁以下` keeps its parent, because the same
 * sub-heading may stand twice (H4).
 */
import { headingText } from './columns/heading-key';
import type { SheetCells } from './model';
import { cellAt, textOf } from './sheet-view';

/** One path per column of the sheet; empty for a column without any heading. */
export function flattenHeader(
  sheet: SheetCells,
  headerRows: readonly number[],
): readonly (readonly string[])[] {
  const grid = headerRows.map((row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => headingText(textOf(cellAt(sheet, row, column)))),
  );
  spreadMerges(sheet, headerRows, grid);
  fillLostMerges(grid);
  return Array.from({ length: sheet.columnCount }, (_, column) => pathOf(grid, column));
}

function pathOf(grid: readonly string[][], column: number): string[] {
  const path: string[] = [];
  for (const row of grid) {
    const text = row[column] ?? '';
    if (text !== '' && path.at(-1) !== text) path.push(text);
  }
  return path;
}

function spreadMerges(sheet: SheetCells, headerRows: readonly number[], grid: string[][]): void {
  const [first = 0] = headerRows;
  const last = headerRows.at(-1) ?? 0;
  for (const merge of sheet.merges) {
    if (merge.bottom < first || merge.top > last) continue;
    const text = headingText(textOf(cellAt(sheet, merge.top, merge.left)));
    for (let row = Math.max(merge.top, first); row <= Math.min(merge.bottom, last); row++)
      for (let column = merge.left; column <= merge.right; column++) {
        const line = grid[row - first];
        if (line) line[column] = text;
      }
  }
}

/** An empty upper cell over a filled lower one belongs to the group on its left, if that one has children too. */
function fillLostMerges(grid: string[][]): void {
  for (let level = 0; level < grid.length - 1; level++) {
    const line = grid[level] ?? [];
    const hasChild = (column: number): boolean =>
      grid.slice(level + 1).some((lower) => (lower[column] ?? '') !== '' && lower[column] !== line[column]);
    for (let column = 1; column < line.length; column++) {
      const left = line[column - 1] ?? '';
      const isSameParent = level === 0 || grid[level - 1]?.[column] === grid[level - 1]?.[column - 1];
      if (line[column] === '' && left !== '' && isSameParent && hasChild(column) && hasChild(column - 1))
        line[column] = left;
    }
  }
}
