/** What the page and the export worker say to each other. */
import type { ReportTable } from '@shared/export/report-model';

export type ExportFormat = 'xlsx' | 'csv' | 'html';

export interface ExportJob {
  readonly table: ReportTable;
  readonly format: ExportFormat;
}

export type ExportAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
