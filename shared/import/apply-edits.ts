/** Cells typed anew in the preview, put over the cells of the file. */
import type { Cell, CellEdit, SheetCells } from './model';

export function applyEdits(sheet: SheetCells, edits: readonly CellEdit[]): SheetCells {
  const own = edits.filter((edit) => edit.sheet === sheet.name);
  if (own.length === 0) return sheet;
  const rows = [...sheet.rows];
  for (const { row, columnIndex, text } of own) {
    const line = [...(rows[row - 1] ?? [])];
    while (line.length <= columnIndex) line.push(null);
    const typed: Cell | null = text === null || text.trim() === '' ? null : { kind: 'text', value: text };
    line[columnIndex] = typed;
    rows[row - 1] = line;
  }
  return { ...sheet, rows };
}
