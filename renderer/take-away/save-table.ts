/** Hands finished files to a person, and says how it went. */
import { notifications } from '@mantine/notifications';
import { platform } from '@renderer/platform/current-platform';
import type { SaveOutcome } from '@renderer/platform/platform';
import {
  type BriefingPictures,
  type ExportFormat,
  type ExportResult,
  exportBriefing,
  exportReport,
  exportWorkbook,
} from '@renderer/workers/export/client';
import type { Briefing } from '@shared/export/briefing/briefing-model';
import { datedFileName, fileStem, type NamedFile, tableFileName } from '@shared/export/file-name';
import type { ReportTable } from '@shared/export/report-model';
import { exportProblems } from '@shared/problems/export-problems';
import type { Problem } from '@shared/problems/problem';

export type Handed =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

const mimes: Readonly<Record<ExportFormat | 'docx', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
};

/** Writes the table in a worker and hands the file to the user. Never rejects. */
export const saveReport = async (
  table: ReportTable,
  format: ExportFormat,
  signal?: AbortSignal,
): Promise<Handed> =>
  handOver(
    await exportReport(table, format, signal),
    table.title,
    `${tableFileName(table)}.${format}`,
    format,
  );

/** Whether the print page can be saved as a file here; else only the print dialog makes a PDF. */
export const canSavePdf = platform.savePdf !== null;

/** A briefing to go on writing in. Never rejects. */
export const saveBriefing = async (briefing: Briefing, pictures: BriefingPictures): Promise<Handed> =>
  handOver(
    await exportBriefing(briefing, pictures),
    briefing.title,
    `${datedFileName(briefing)}.docx`,
    'docx',
  );

/** A page that stands alone as a file. Never rejects. @param name of the file, without ending */
export const savePdf = (name: string, html: string): Promise<Handed> =>
  told(name, `${fileStem(name)}.pdf`, async (fileName) =>
    platform.savePdf === null ? 'cancelled' : platform.savePdf(fileName, html),
  );

/** A file that is ready. Never rejects. @param ending without the dot */
export const saveBytes = (
  title: string,
  ending: string,
  bytes: Uint8Array<ArrayBuffer>,
  mime: string,
): Promise<Handed> =>
  told(title, `${fileStem(title)}.${ending}`, (name) => platform.saveFile(name, bytes, mime));

/** Several tables as one workbook. Never rejects. */
export const saveWorkbook = async (
  tables: readonly ReportTable[],
  file: NamedFile,
  signal: AbortSignal,
): Promise<Handed> =>
  handOver(
    await exportWorkbook(tables, file.title, signal),
    file.title,
    `${datedFileName(file)}.xlsx`,
    'xlsx',
  );

async function handOver(
  written: ExportResult,
  title: string,
  fileName: string,
  format: keyof typeof mimes,
): Promise<Handed> {
  if (written.kind !== 'written') return written;
  return told(title, fileName, (name) => platform.saveFile(name, written.bytes, mimes[format]));
}

async function told(
  title: string,
  fileName: string,
  save: (fileName: string) => Promise<SaveOutcome>,
): Promise<Handed> {
  try {
    const outcome = await save(fileName);
    return outcome === 'saved' ? { kind: 'saved', fileName } : { kind: 'cancelled' };
  } catch (error) {
    return { kind: 'failed', problem: exportProblems.notWritten({ title, reason: String(error) }) };
  }
}

/** Saved and failed are said; who cancelled knows. */
export function tell(outcome: Handed): void {
  if (outcome.kind === 'saved')
    notifications.show({ color: 'green', title: '已保存', message: outcome.fileName });
  if (outcome.kind === 'failed')
    notifications.show({ color: 'red', title: '没有保存', message: outcome.problem.text, autoClose: false });
}
