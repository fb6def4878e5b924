/** Saving and printing: one piece of work at a time, with progress, to be cancelled at any step. */
import { printHtml } from '@renderer/platform/print-html';
import { type Handed, savePdf, saveReport, saveWorkbook, tell } from '@renderer/take-away/save-table';
import type { ExportFormat } from '@renderer/workers/export/client';
import { tableFileName } from '@shared/export/file-name';
import { reportDefinitions } from '@shared/export/report-definitions';
import type { ReportInput } from '@shared/export/report-input';
import type { ReportTable } from '@shared/export/report-model';
import { toHtml } from '@shared/export/to-html';
import { useRef, useState } from 'react';

export interface ReportWork {
  /** What is being done; null = nothing. */
  readonly progress: string | null;
  readonly save: (table: ReportTable, format: ExportFormat) => Promise<void>;
  readonly saveAll: (input: ReportInput) => Promise<void>;
  readonly savePdf: (table: ReportTable) => Promise<void>;
  readonly print: (table: ReportTable) => Promise<void>;
  readonly cancel: () => void;
}

export function useReportWork(): ReportWork {
  const [progress, setProgress] = useState<string | null>(null);
  const running = useRef<AbortController>(null);

  const run = async (words: string, work: (signal: AbortSignal) => Promise<Handed | null>) => {
    const controller = new AbortController();
    running.current = controller;
    setProgress(words);
    await nextFrame();
    const outcome = await work(controller.signal);
    setProgress(null);
    if (outcome) tell(outcome);
  };

  return {
    progress,
    save: (table, format) => run('正在生成文件', (signal) => saveReport(table, format, signal)),
    saveAll: (input) => run('正在汇总', (signal) => saveAllReports(input, signal, setProgress)),
    savePdf: (table) => run('正在生成 PDF', () => savePdf(tableFileName(table), toHtml(table))),
    print: (table) =>
      run('正在准备打印', async () => {
        await printHtml(toHtml(table), tableFileName(table));
        return null;
      }),
    cancel: () => running.current?.abort(),
  };
}

/** Lets the browser show the progress before a table that takes a moment. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function saveAllReports(
  input: ReportInput,
  signal: AbortSignal,
  onProgress: (words: string) => void,
): Promise<Handed> {
  const tables: ReportTable[] = [];
  for (const { name, build } of reportDefinitions) {
    onProgress(`正在汇总第 ${tables.length + 1} 张，共 ${reportDefinitions.length} 张：${name}`);
    await nextFrame();
    if (signal.aborted) return { kind: 'cancelled' };
    tables.push(build(input));
  }
  onProgress(`正在把 ${tables.length} 张表写入一个文件`);
  const place = input.relations.documents.orgUnits.get(input.scopeOrgUnitId)?.name ?? '';
  return saveWorkbook(tables, { title: `${input.year}年两新组织党建报表`, place, asOf: input.asOf }, signal);
}
