import { notifications } from '@mantine/notifications';
import type { SelfCheck } from '@renderer/data/journal/self-check';

/** Says what the check at the start brought back; says nothing when there was nothing to say. */
export function announceSelfCheck({ editCount, documentCount, leftEdits }: SelfCheck): void {
  if (editCount > 0)
    notifications.show({
      title: '已找回上次没有写完的内容',
      message: `从修改日志找回 ${documentCount} 条记录的 ${editCount} 处修改，没有丢失。`,
      autoClose: false,
    });
  if (leftEdits.length > 0)
    notifications.show({
      color: 'yellow',
      title: '有修改暂时放不回去',
      message: `修改日志里有 ${leftEdits.length} 处修改找不到所属的记录。请到“设置 · 数据”恢复最近的备份，恢复后会自动补上。`,
      autoClose: false,
    });
}
