/** How large the sheet stands on screen. */
import { BODY_POINTS, columnPoints, fitScale, MARGIN_MM } from '@shared/export/print-layout';
import type { ReportTable } from '@shared/export/report-model';

export const previewZooms = [
  { value: 'fit', label: '适合宽度' },
  { value: 'paper', label: '100%' },
  { value: 'large', label: '放大' },
] as const;
export type PreviewZoom = (typeof previewZooms)[number]['value'];

const PIXELS_PER_POINT = 96 / 72;
const PIXELS_PER_MM = 96 / 25.4;
/** Grey left and right of the sheet, with the scroll bar. */
const SURROUND = 40;
/** The widest ledgers are set in under 6 points: 放大 makes them as large as the text of the page around. */
const LARGE_AT_LEAST = 1.5;

/** Width of the whole sheet at 100 %, in pixels. */
export function sheetWidth(table: ReportTable): number {
  const points = table.columns.reduce((sum, column) => sum + columnPoints(column), 0) * fitScale(table);
  return points * PIXELS_PER_POINT + (MARGIN_MM.left + MARGIN_MM.right) * PIXELS_PER_MM;
}

/** @param room width of the frame and `text` size of the page's own text, both in pixels. */
export function zoomFactor(
  zoom: PreviewZoom,
  table: ReportTable,
  { room, text }: { readonly room: number; readonly text: number },
): number {
  if (zoom === 'paper') return 1;
  if (zoom === 'fit') return Math.min(1, Math.max(0.1, (room - SURROUND) / sheetWidth(table)));
  return Math.max(LARGE_AT_LEAST, text / (BODY_POINTS * PIXELS_PER_POINT * fitScale(table)));
}
