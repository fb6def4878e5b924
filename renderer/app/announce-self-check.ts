import { notifications } from '@mantine/notifications';
import type { StartCheck } from '@renderer/data/fingerprints/start-check';
import { wordsOf } from '@renderer/data/journal/check-report';
import type { SelfCheck } from '@renderer/data/journal/self-check';
import type { OpenedRegister } from '@renderer/data/open-register';
import { collectionLabels } from '@shared/domain/collections';
import { dataProblems } from '@shared/problems/data-problems';

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
      message: `修改日志里有 ${leftEdits.length} 处修改找不到所属的记录。请到“设置 · 备份”恢复最近的备份，恢复后会自动补上。`,
      autoClose: false,
    });
}

/** Says what the check of all documents found; most days that is nothing. */
export function announceStartCheck({ findings }: StartCheck): void {
  if (findings.length === 0) return;
  notifications.show({
    color: 'yellow',
    title: '自检发现有记录不对',
    message: `${wordsOf(findings)}。请打开“设置 · 数据 · 查看自检报告”，那里说明怎么办。`,
    autoClose: false,
  });
}

/** Says which records do not open; they are in no list, and somebody would miss them without knowing why. */
export function announceDamaged(damaged: OpenedRegister['damaged']): void {
  if (damaged.length === 0) return;
  const what = damaged
    .map(({ collection, count }) => `${collectionLabels[collection]} ${count} 条`)
    .join('、');
  notifications.show({
    color: 'red',
    title: '有记录打不开',
    message: dataProblems.damagedRecords({ what }).text,
    autoClose: false,
  });
}
