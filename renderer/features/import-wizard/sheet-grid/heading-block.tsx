// biome-ignore-all lint/a11y/useSemanticElements: rows and columns are virtual, which a table's own layout cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is one stop and names its active cell
import type { SheetOverview } from '@renderer/workers/import-desk/client';
import classes from './sheet-grid.module.css';
import { columnLetters, type HeadingCell } from './sheet-layout';
import type { SheetGeometry } from './use-sheet-geometry';

interface HeadingBlockProps {
  readonly sheet: SheetOverview;
  readonly cells: readonly HeadingCell[];
  readonly geometry: SheetGeometry;
}

/** Column letters and the file's own heading rows; stays at the top while the rows scroll. */
export function HeadingBlock({ sheet, cells, geometry }: HeadingBlockProps) {
  const { edges, numberWidth, letterHeight, headingHeight, firstColumn, lastColumn } = geometry;
  const lineHeight = (headingHeight - letterHeight) / Math.max(1, sheet.headerRows.length);
  const top = sheet.headerRows[0] ?? 1;
  const boxOf = (column: number, columnSpan: number) => ({
    left: numberWidth + (edges[column] ?? 0),
    width: (edges[column + columnSpan] ?? 0) - (edges[column] ?? 0),
  });
  const letters = Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
  const isSeen = (cell: HeadingCell) =>
    cell.column <= lastColumn && cell.column + cell.columnSpan > firstColumn;
  return (
    <div className={classes['headings']} style={{ height: headingHeight }}>
      <div role="row" className={classes['line']}>
        <span
          role="columnheader"
          className={classes['corner']}
          style={{ width: numberWidth, height: headingHeight }}
        >
          <span className={classes['spoken']}>行号</span>
        </span>
        {letters.map((column) => (
          <span
            key={column}
            role="columnheader"
            aria-colindex={column + 1}
            className={classes['letter']}
            data-left-out={sheet.columns[column]?.field === null || undefined}
            style={{ ...boxOf(column, 1), height: letterHeight }}
          >
            {columnLetters(column)}
          </span>
        ))}
      </div>
      {sheet.headerRows.map((row) => (
        <div key={row} role="row" aria-rowindex={row} className={classes['line']}>
          {cells
            .filter((cell) => cell.row === row && isSeen(cell))
            .map((cell) => (
              <span
                key={cell.column}
                role="columnheader"
                aria-colindex={cell.column + 1}
                className={classes['heading']}
                title={cell.text}
                style={{
                  ...boxOf(cell.column, cell.columnSpan),
                  top: letterHeight + (row - top) * lineHeight,
                  height: cell.rowSpan * lineHeight,
                }}
              >
                {cell.text}
              </span>
            ))}
        </div>
      ))}
    </div>
  );
}
