/** Problems of reading a backup file back. */
import { catalogue } from './problem';

export const backupProblems = catalogue('backup', {
  notABackup: {
    severity: 'error',
    text: () => '这不是本系统的备份文件，没有读入。请选择从“设置 · 数据”导出的 .json 文件。',
  },
  newerFormat: {
    severity: 'error',
    text: () => '这份备份由更新的版本导出，本版本读不了。请先升级软件再恢复。',
  },
  damagedDocument: {
    severity: 'error',
    text: (d: { collection: string; name: string; reason: string }) =>
      `备份里的${d.collection}“${d.name}”内容损坏（${d.reason}），没有恢复，现有数据未动。请换一份备份。`,
  },
  writeFailed: {
    severity: 'error',
    text: (d: { reason: string }) => `恢复没有完成，已退回原来的数据。请检查磁盘空间后重试（${d.reason}）。`,
  },
});
