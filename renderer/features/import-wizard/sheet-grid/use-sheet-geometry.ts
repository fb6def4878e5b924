/** Sizes of the preview in pixels, and which part of it is on the screen. */
import type { SheetOverview, SheetTexts } from '@renderer/workers/import-desk/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useMemo } from 'react';
import type { CellPlace } from './cell-states';
import { bodyRows, columnEdges } from './sheet-layout';

const [rowRem, letterRem, headingRem, numberRem, fontRem] = [1.75, 1.5, 2.25, 3.25, 0.8125];

export interface SheetGeometry {
  readonly rowHeight: number;
  /** Line of the column letters, part of the heading. */
  readonly letterHeight: number;
  readonly headingHeight: number;
  readonly numberWidth: number;
  /** Left edges of the columns in px, from the edge of the first one. */
  readonly edges: readonly number[];
  readonly rows: readonly { readonly row: number; readonly top: number }[];
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly bodyHeight: number;
  readonly pageRows: number;
  show(place: CellPlace): void;
}

export function useSheetGeometry(
  scroller: RefObject<HTMLDivElement | null>,
  sheet: SheetOverview,
  texts: SheetTexts,
): SheetGeometry {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const edges = useMemo(
    () => columnEdges(sheet, texts).map((edge) => edge * fontRem * rem),
    [sheet, texts, rem],
  );
  const { first, last } = bodyRows(sheet);
  const [rowHeight, numberWidth] = [rowRem * rem, numberRem * rem];
  const letterHeight = letterRem * rem;
  const headingHeight = letterHeight + sheet.headerRows.length * headingRem * rem;
  const { rowVirtualizer, columnVirtualizer } = useVirtualParts(scroller, last - first + 1, edges, rowHeight);
  const columns = columnVirtualizer.getVirtualItems();
  const viewHeight = scroller.current?.clientHeight ?? 0;
  return {
    rowHeight,
    letterHeight,
    headingHeight,
    numberWidth,
    edges,
    rows: rowVirtualizer.getVirtualItems().map(({ index, start }) => ({ row: first + index, top: start })),
    firstColumn: columns[0]?.index ?? 0,
    lastColumn: columns.at(-1)?.index ?? -1,
    bodyHeight: rowVirtualizer.getTotalSize(),
    pageRows: Math.max(1, Math.floor((viewHeight - headingHeight) / rowHeight) - 1),
    show: ({ row, column }) =>
      scrollTo(
        scroller.current,
        edges,
        { row: row - first, column },
        {
          rowHeight,
          headingHeight,
          numberWidth,
        },
      ),
  };
}

function useVirtualParts(
  scroller: RefObject<HTMLDivElement | null>,
  rowCount: number,
  edges: readonly number[],
  rowHeight: number,
) {
  const getScrollElement = () => scroller.current;
  const rowVirtualizer = useVirtualizer({
    count: Math.max(0, rowCount),
    getScrollElement,
    estimateSize: () => rowHeight,
    overscan: 8,
    useFlushSync: false,
  });
  const columnVirtualizer = useVirtualizer({
    horizontal: true,
    count: edges.length - 1,
    getScrollElement,
    estimateSize: (index) => (edges[index + 1] ?? 0) - (edges[index] ?? 0),
    overscan: 3,
    useFlushSync: false,
  });
  useEffect(() => {
    if (edges.length > 0 && rowHeight > 0) {
      columnVirtualizer.measure();
      rowVirtualizer.measure();
    }
  }, [columnVirtualizer, rowVirtualizer, edges, rowHeight]);
  return { rowVirtualizer, columnVirtualizer };
}

/** Brings a cell into the part of the view that heading and row numbers leave free, a little off its edges. */
function scrollTo(
  view: HTMLElement | null,
  edges: readonly number[],
  { row, column }: CellPlace,
  {
    rowHeight,
    headingHeight,
    numberWidth,
  }: Pick<SheetGeometry, 'rowHeight' | 'headingHeight' | 'numberWidth'>,
): void {
  if (!view) return;
  const top = row * rowHeight;
  const roomDown = view.clientHeight - headingHeight;
  if (top < view.scrollTop) view.scrollTop = Math.max(0, top - 2 * rowHeight);
  else if (top + rowHeight > view.scrollTop + roomDown) view.scrollTop = top + 3 * rowHeight - roomDown;
  const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
  const roomAcross = view.clientWidth - numberWidth;
  if (left < view.scrollLeft) view.scrollLeft = Math.max(0, left - numberWidth);
  else if (right > view.scrollLeft + roomAcross) view.scrollLeft = right - roomAcross + numberWidth;
}
