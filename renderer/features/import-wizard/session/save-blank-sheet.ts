import { platform } from '@renderer/platform/current-platform';
import { exportReport } from '@renderer/workers/export/client';
import type { ReportTable } from '@shared/export/report-model';
import type { Problem } from '@shared/problems/problem';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @returns why there is no file; null when it was handed over or the clerk changed their mind */
export async function saveBlankSheet(table: ReportTable, name: string): Promise<Problem | null> {
  const written = await exportReport(table, 'xlsx');
  if (written.kind === 'failed') return written.problem;
  if (written.kind === 'written') await platform.saveFile(`${name}（空白）.xlsx`, written.bytes, xlsx);
  return null;
}
