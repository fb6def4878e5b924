import { platform } from '@renderer/platform/current-platform';
import type { SaveOutcome } from '@renderer/platform/platform';
import {
  type ExportFormat,
  type ExportResult,
  exportReport,
  exportWorkbook,
  fileStem,
} from '@renderer/workers/export/client';
import type { ReportTable } from '@shared/export/report-model';
import { toHtml } from '@shared/export/to-html';
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

/** Whether the print page can be saved as a file here; else only the print dialog makes a PDF. */
export const canSavePdf = platform.savePdf !== null;

/** The print page as a file. Never rejects. */
export const savePdf = (table: ReportTable): Promise<SaveReportOutcome> =>
  told(table.title, `${fileStem(table.title)}.pdf`, async (name) =>
    platform.savePdf === null ? 'cancelled' : platform.savePdf(name, toHtml(table)),
  );

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
  return told(title, fileName, (name) => platform.saveFile(name, bytes, mimes[format]));
}

async function told(
  title: string,
  fileName: string,
  save: (fileName: string) => Promise<SaveOutcome>,
): Promise<SaveReportOutcome> {
  try {
    const outcome = await save(fileName);
    return outcome === 'saved' ? { kind: 'saved', fileName } : { kind: 'cancelled' };
  } catch (error) {
    return { kind: 'failed', problem: exportProblems.notWritten({ title, reason: String(error) }) };
  }
}
