import { platform } from '@renderer/platform/current-platform';
import {
  type ExportFormat,
  type ExportResult,
  exportReport,
  exportWorkbook,
} from '@renderer/workers/export/client';
import type { ReportTable } from '@shared/export/report-model';
import { exportProblems } from '@shared/problems/export-problems';
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

/** Writes the table in a worker and hands the file to the user. Never rejects. */
export const saveReport = async (
  table: ReportTable,
  format: ExportFormat,
  signal: AbortSignal,
): Promise<SaveReportOutcome> => handOver(await exportReport(table, format, signal), table.title, format);

/** Several tables as one workbook. Never rejects. */
export const saveWorkbook = async (
  tables: readonly ReportTable[],
  title: string,
  signal: AbortSignal,
): Promise<SaveReportOutcome> => handOver(await exportWorkbook(tables, title, signal), title, 'xlsx');

async function handOver(
  written: ExportResult,
  title: string,
  format: ExportFormat,
): Promise<SaveReportOutcome> {
  if (written.kind !== 'written') return written;
  const { fileName, bytes } = written;
  try {
    const outcome = await platform.saveFile(fileName, bytes, mimes[format]);
    return outcome === 'saved' ? { kind: 'saved', fileName } : { kind: 'cancelled' };
  } catch (error) {
    return { kind: 'failed', problem: exportProblems.notWritten({ title, reason: String(error) }) };
  }
}
