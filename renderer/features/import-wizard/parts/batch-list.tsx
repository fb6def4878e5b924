import { Button } from '@mantine/core';
import { Panel } from '@renderer/components/panel';
import { formatInstant } from '@renderer/data/format-value';
import type { ImportBatch } from '@shared/domain/setting';
import { saveOriginal } from '../session/save-original';
import classes from './batch-list.module.css';
import { UndoBatchButton } from './undo-batch-button';

/** Earlier imports: what each wrote, its original file, and the way back. */
export function BatchList({ batches }: { readonly batches: readonly ImportBatch[] }) {
  return (
    <Panel title="以往导入" note={`共${batches.length}批`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">时间</th>
            <th scope="col">文件</th>
            <th scope="col">写入</th>
            <th scope="col">状态</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id} data-undone={batch.undoneAt !== null || undefined}>
              <td className={classes['time']}>{formatInstant(batch.importedAt)}</td>
              <td>{batch.fileName}</td>
              <td>
                新增{batch.counts['create'] ?? 0}，修改{batch.counts['change'] ?? 0}
              </td>
              <td>{batch.undoneAt === null ? '已写入' : `已撤销（${formatInstant(batch.undoneAt)}）`}</td>
              <td className={classes['actions']}>
                {batch.fileId !== null && <OriginalButton batch={batch} />}
                {batch.undoneAt === null && <UndoBatchButton batchId={batch.id} fileName={batch.fileName} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function OriginalButton({ batch }: { readonly batch: ImportBatch }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray.8"
      aria-label={`下载原文件${batch.fileName}`}
      onClick={() => {
        void saveOriginal(batch);
      }}
    >
      下载原文件
    </Button>
  );
}
