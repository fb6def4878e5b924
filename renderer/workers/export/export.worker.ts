/** Writes one export away from the page, so that a large table never freezes it. One job per worker. */
import { toCsv } from '@shared/export/to-csv';
import { toHtml } from '@shared/export/to-html';
import type { ExportAnswer, ExportJob } from './export-messages';
import { writeReportXlsx } from './write-xlsx';

async function write(job: ExportJob): Promise<Uint8Array<ArrayBuffer>> {
  if (job.format === 'xlsx') return new Uint8Array(await writeReportXlsx(job.tables));
  // By far the largest of the writers, and the one that is needed least often.
  if (job.format === 'docx')
    return (await import('./write-docx')).writeBriefingDocx(job.briefing, job.pictures);
  return new TextEncoder().encode(job.format === 'csv' ? toCsv(job.table) : toHtml(job.table));
}

self.onmessage = (event: MessageEvent<ExportJob>) => {
  write(event.data).then(
    (bytes) => {
      const answer: ExportAnswer = { kind: 'written', bytes };
      self.postMessage(answer, { transfer: [bytes.buffer] });
    },
    (reason: unknown) => {
      const answer: ExportAnswer = { kind: 'failed', reason: String(reason) };
      self.postMessage(answer);
    },
  );
};
