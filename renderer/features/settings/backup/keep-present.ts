/** A backup right before something that changes the whole register, or the program that reads it. */
import { askFirst } from '@renderer/components/ask-first';
import type { BackupKind } from '@renderer/data/backups/backup-head';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import type { RegisterStore } from '@renderer/data/register-store';

/**
 * @param doing what comes next: 恢复, 升级
 * @returns whether to go on; where no backup could be made, the person says
 */
export async function keepPresent(
  register: RegisterStore,
  kind: Exclude<BackupKind, 'daily'>,
  doing: string,
): Promise<boolean> {
  const made = (await backupKeeper?.backUp(register, kind)) ?? { ok: true };
  if (made.ok) return true;
  const text = `${made.problem.text}现在${doing}，本机现有的数据就没有备份了。`;
  return askFirst({ title: `${doing}前没有备份成`, text, yes: `不备份，直接${doing}` });
}
