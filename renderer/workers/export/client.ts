/** Writes official tables to files in a worker. */
import type { Briefing } from '@shared/export/briefing/briefing-model';
import type { ReportTable } from '@shared/export/report-model';
import { exportProblems } from '@shared/problems/export-problems';
import type { Problem } from '@shared/problems/problem';
import type { BriefingPictures, ExportAnswer, ExportFormat, ExportJob } from './export-messages';

export type { BriefingPictures, ExportFormat } from './export-messages';

export type ExportResult =
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'cancelled' };

/** One table as the bytes of a file. `signal` stops the work at once. Never rejects. */
export function exportReport(
  table: ReportTable,
  format: ExportFormat,
  signal?: AbortSignal,
): Promise<ExportResult> {
  if (format === 'xlsx') return exportWorkbook([table], table.title, signal);
  return run({ format, table: withoutSources(table) }, table.title, signal);
}

/** Several tables as one workbook, a sheet each, in their order. Sheet names must differ. Never rejects. */
export function exportWorkbook(
  tables: readonly ReportTable[],
  title: string,
  signal?: AbortSignal,
): Promise<ExportResult> {
  return run({ format: 'xlsx', tables: tables.map(withoutSources) }, title, signal);
}

/** A briefing with its charts as a Word file. Never rejects. */
export const exportBriefing = (briefing: Briefing, pictures: BriefingPictures): Promise<ExportResult> =>
  run({ format: 'docx', briefing, pictures }, briefing.title, undefined);

/** Writers need no ids; leaving them behind keeps the message to the worker small. */
const withoutSources = (table: ReportTable): ReportTable => ({ ...table, rowIds: [], behind: new Map() });

function run(job: ExportJob, title: string, signal: AbortSignal | undefined): Promise<ExportResult> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ kind: 'cancelled' });
      return;
    }
    const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
    const finish = (result: ExportResult) => {
      signal?.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(result);
    };
    const cancel = () => finish({ kind: 'cancelled' });
    const fail = (reason: string) =>
      finish({ kind: 'failed', problem: exportProblems.notWritten({ title, reason }) });
    signal?.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => {
      if (data.kind === 'failed') fail(data.reason);
      else finish({ kind: 'written', bytes: data.bytes });
    };
    worker.onerror = (event) => fail(event.message);
    worker.postMessage(job);
  });
}
