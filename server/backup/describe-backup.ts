import { formatNumber } from '@shared/lib/format-number';
import type { BackupHeader } from './backup-format';

/** What a person needs to recognize a backup by, in a few lines. */
export function describeBackup({ county, createdAt, seq, tables }: BackupHeader): string {
  const rowsOf = (table: string) => formatNumber(tables.find(({ name }) => name === table)?.rows ?? 0);
  return `县：${county.name}
备份时间：${new Date(createdAt).toLocaleString('zh-CN', { hour12: false })}
记录 ${rowsOf('documents')} 条，修改记录 ${rowsOf('edits')} 条，账号 ${rowsOf('users')} 个，设备 ${rowsOf('devices')} 台，编号到 ${seq}`;
}
