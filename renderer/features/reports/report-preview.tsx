import { cellKey, type ReportTable } from '@shared/export/report-model';
import { toHtml } from '@shared/export/to-html';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import classes from './report-preview.module.css';

/** Rows laid out in the preview; print and files always hold all of them. */
export const previewRowLimit = 300;

interface ReportPreviewProps {
  readonly table: ReportTable;
  /** A figure or a row was chosen: its title and the units behind it. */
  readonly onOpenUnits: (title: string, unitIds: readonly string[]) => void;
}

const screenOnly =
  'td[data-open]{cursor:pointer;text-decoration:underline dotted #8b929b;text-underline-offset:3px}' +
  'td[data-open]:hover,td[data-open]:focus{background:#fdf1f0;outline:2px solid #b3261e;outline-offset:-2px}' +
  '@media print{td[data-open]{text-decoration:none}}';

/** The table as it will lie on paper, set smaller until it fits the width; every figure opens the units behind it. */
export function ReportPreview({ table, onOpenUnits }: ReportPreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useMemo(() => ({ ...table, rows: table.rows.slice(0, previewRowLimit) }), [table]);
  const html = useMemo(() => toHtml(shown), [shown]);

  const openAt = useCallback(
    (target: EventTarget | null) => {
      const cell = cellOf(target);
      const units = cell ? table.behind.get(placeOf(cell, shown)) : undefined;
      if (cell && units) onOpenUnits(titleOf(table, cell), units);
    },
    [table, shown, onOpenUnits],
  );

  const prepare = useCallback(() => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    zoomToWidth(page);
    markFigures(page, shown);
    page.onclick = (event) => openAt(event.target);
    page.onkeydown = (event) => {
      if (event.key === 'Enter' || event.key === ' ') openAt(event.target);
    };
  }, [shown, openAt]);

  useEffect(() => {
    const watcher = new ResizeObserver(
      () => frame.current?.contentDocument && zoomToWidth(frame.current.contentDocument),
    );
    if (frame.current) watcher.observe(frame.current);
    return () => watcher.disconnect();
  }, []);

  return (
    <iframe
      ref={frame}
      className={classes['frame']}
      title={`${table.title}预览`}
      srcDoc={html}
      onLoad={prepare}
    />
  );
}

/** Narrows the page to the frame as a reader would zoom out; never larger than on paper. */
function zoomToWidth(page: Document): void {
  const main = page.querySelector('main');
  if (!main) return;
  page.documentElement.style.zoom = '1';
  const room = page.documentElement.clientWidth - 24;
  page.documentElement.style.zoom = String(Math.min(1, room / main.getBoundingClientRect().width));
}

function markFigures(page: Document, table: ReportTable): void {
  const style = page.createElement('style');
  style.textContent = screenOnly;
  page.head.append(style);
  for (const cell of page.querySelectorAll('td')) {
    if (!table.behind.has(placeOf(cell, table))) continue;
    cell.dataset['open'] = '';
    cell.tabIndex = 0;
    cell.setAttribute('role', 'button');
  }
}

// The frame has its own realm, so `instanceof HTMLElement` of this window would be false there.
const cellOf = (target: EventTarget | null): HTMLTableCellElement | null =>
  target !== null && 'closest' in target ? (target as Element).closest('td') : null;

/**
 * Key of a body cell in `behind`. Only tables without joined body cells have figures to open, so the position in
 * the page is the position in the table; the total row follows all rows, also those the preview leaves out.
 */
function placeOf(cell: HTMLTableCellElement, table: ReportTable): string {
  const row = cell.parentElement;
  const index = row && 'sectionRowIndex' in row ? Number(row.sectionRowIndex) : 0;
  const isTotal = row?.classList.contains('total') === true;
  return cellKey(isTotal ? totalIndex(table) : index, cell.cellIndex);
}

/** `behind` counts the total row after all rows of the full table. */
const totalIndex = (table: ReportTable): number => table.rowIds.length;

function titleOf(table: ReportTable, cell: HTMLTableCellElement): string {
  const heading = table.columns[cell.cellIndex]?.path.join('／') ?? table.title;
  const place = cell.parentElement?.querySelectorAll('td')[1]?.textContent;
  return place ? `${place} · ${heading}` : heading;
}
