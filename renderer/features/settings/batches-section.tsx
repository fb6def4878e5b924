import { Badge, Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@renderer/components/empty-state';
import { formatInstant } from '@renderer/data/format-value';
import { importBatchesOf, undoBatch } from '@renderer/data/import-batches';
import { useRegister, useTable } from '@renderer/data/react';
import { keptFiles } from '@renderer/keys/kept-files';
import { platform } from '@renderer/platform/current-platform';
import type { ImportBatch } from '@shared/domain/setting';
import { Link } from '@tanstack/react-router';
import { Section } from './section';
import classes from './section.module.css';

const countWords: Readonly<Record<string, string>> = {
  create: '新建',
  created: '新建',
  change: '修改',
  changed: '修改',
  unchanged: '无变化',
  skip: '略过',
  skipped: '略过',
  problems: '问题',
};
const countsText = (counts: ImportBatch['counts']): string =>
  Object.entries(counts)
    .filter(([key, count]) => count > 0 && key in countWords)
    .map(([key, count]) => `${countWords[key]} ${count}`)
    .join('，');

async function downloadOriginal(batch: ImportBatch): Promise<void> {
  const bytes = batch.fileId === null ? null : await keptFiles.readKeptFile(batch.fileId);
  if (bytes) await platform.saveFile(batch.fileName, bytes, 'application/octet-stream');
  else
    notifications.show({
      color: 'yellow',
      title: '这台电脑上没有原文件',
      message: `“${batch.fileName}”导入时没有留存，或是在另一台电脑上导入的。`,
    });
}

function useUndoBatch() {
  const register = useRegister();
  const undo = async (batch: ImportBatch) => {
    const result = await undoBatch(register, batch.id);
    if (result.status === 'failed') {
      const message = result.problems[0]?.problem.text ?? '请稍后重试。';
      notifications.show({ color: 'red', title: '没有撤销', message, autoClose: false });
      return;
    }
    const kept = result.left.length > 0 ? `${result.left.length} 处导入后又改过，保留现状。` : '';
    notifications.show({
      title: `已撤销导入“${batch.fileName}”`,
      message: `退回 ${result.changedCount} 条。${kept}可用撤销按钮恢复。`,
    });
  };
  return (batch: ImportBatch) =>
    modals.openConfirmModal({
      title: '撤销整批导入',
      children: (
        <Text>
          “{batch.fileName}”带来的新增和修改将全部退回；导入以后又改过的内容保留。撤销以后仍可以用 Ctrl+Z
          恢复。
        </Text>
      ),
      labels: { confirm: '撤销本批', cancel: '不撤销' },
      onConfirm: () => {
        undo(batch).catch(() => {});
      },
    });
}

function BatchRow({ batch, onUndo }: { batch: ImportBatch; onUndo: (batch: ImportBatch) => void }) {
  return (
    <tr>
      <td>{formatInstant(batch.importedAt)}</td>
      <td className={classes['name']} title={batch.fileName}>
        {batch.fileName}
      </td>
      <td>{batch.sheets.join('、')}</td>
      <td>{countsText(batch.counts)}</td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => {
              downloadOriginal(batch).catch(() => {});
            }}
          >
            下载原文件
          </Button>
          {batch.undoneAt === null ? (
            <Button variant="default" size="compact-sm" onClick={() => onUndo(batch)}>
              撤销本批
            </Button>
          ) : (
            <Badge variant="light" color="gray">
              已撤销
            </Badge>
          )}
        </Group>
      </td>
    </tr>
  );
}

/** 导入批次: every import with its original file, taken back as a whole with one click. */
export function BatchesSection() {
  const batches = importBatchesOf(useTable('settings'));
  const askUndo = useUndoBatch();
  return (
    <Section title="导入批次" intro="每次导入连同原文件都留在这里，整批撤销不影响之后的修改。">
      {batches.length === 0 ? (
        <EmptyState
          icon="import"
          title="还没有导入过"
          hint="从“导入”把 Excel、WPS 台账放进来，每一批会列在这里，随时可以整批撤销。"
          action={<Button renderRoot={(props) => <Link to="/import" {...props} />}>导入台账</Button>}
        />
      ) : (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th>导入时间</th>
              <th>文件</th>
              <th>工作表</th>
              <th>结果</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <BatchRow key={batch.id} batch={batch} onUndo={askUndo} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
