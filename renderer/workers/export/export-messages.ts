/** What the page and the export worker say to each other. */
import type { ReportTable } from '@shared/export/report-model';

export type ExportFormat = 'xlsx' | 'csv' | 'html';

/** A workbook holds any number of tables, one sheet each; the other formats hold one. */
export type ExportJob =
  | { readonly format: 'xlsx'; readonly tables: readonly ReportTable[] }
  | { readonly format: 'csv' | 'html'; readonly table: ReportTable };

export type ExportAnswer =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly reason: string };
