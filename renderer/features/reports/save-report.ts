import { platform } from '@renderer/platform/current-platform';
import { type ExportFormat, exportReport } from '@renderer/workers/export/client';
import type { ReportTable } from '@shared/export/report-model';
import type { Problem } from '@shared/problems/problem';

export type SaveReportOutcome =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

const mimes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
};

/** Writes the table in a worker and hands the file to the user. */
export async function saveReport(
  table: ReportTable,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<SaveReportOutcome> {
  const written = await exportReport(table, format, signal);
  if (written.kind !== 'written') return written;
  const outcome = await platform.saveFile(written.fileName, written.bytes, mimes[format]);
  return outcome === 'saved' ? { kind: 'saved', fileName: written.fileName } : { kind: 'cancelled' };
}
