/** What the page and the export worker say to each other. */
import type { Briefing, BriefingChart } from '@shared/export/briefing/briefing-model';
import type { ReportTable } from '@shared/export/report-model';

export type ExportFormat = 'xlsx' | 'csv' | 'html';

/** Charts as they were drawn, null = nothing to draw; width and height as on the page, the picture may be finer. */
export type BriefingPictures = Readonly<
  Record<
    BriefingChart,
    { readonly png: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number } | null
  >
>;

/** A workbook holds any number of tables, one sheet each; the other formats hold one. */
export type ExportJob =
  | { readonly format: 'xlsx'; readonly tables: readonly ReportTable[] }
  | { readonly format: 'csv' | 'html'; readonly table: ReportTable }
  | { readonly format: 'docx'; readonly briefing: Briefing; readonly pictures: BriefingPictures };

export type ExportAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
