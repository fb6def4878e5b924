import { notifications } from '@mantine/notifications';
import { platform } from '@renderer/platform/current-platform';
import { exportReport } from '@renderer/workers/export/client';
import type { ReportTable } from '@shared/export/report-model';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the table to the user as a workbook and says how it went. */
export async function saveTable(table: ReportTable): Promise<void> {
  const written = await exportReport(table, 'xlsx');
  if (written.kind === 'failed')
    notifications.show({ color: 'red', title: '没有导出', message: written.problem.text, autoClose: false });
  if (written.kind !== 'written') return;
  const outcome = await platform.saveFile(written.fileName, written.bytes, xlsx);
  if (outcome === 'saved') notifications.show({ color: 'green', title: '已导出', message: written.fileName });
}
