import { Alert, Button, Progress } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { importBatchesOf } from '@renderer/data/import-batches';
import { useTable } from '@renderer/data/react';
import { useMemo } from 'react';
import { BatchList } from '../parts/batch-list';
import { DropZone } from '../parts/drop-zone';
import { useWizard } from '../session/use-wizard';
import classes from './file-step.module.css';

/** Step 1: a file, and what was imported before. */
export function FileStep() {
  const { wizard, state } = useWizard();
  const { opening, session } = state;
  const settings = useTable('settings');
  const batches = useMemo(() => importBatchesOf(settings), [settings]);
  return (
    <div className={classes['step']}>
      {opening.status === 'refused' && (
        <Alert color="red" variant="light" title="这个文件不能导入" icon={<Icon name="alert" />} role="alert">
          {opening.problem.text}
        </Alert>
      )}
      {opening.status === 'working' ? (
        <section className={classes['opening']} role="status">
          <p className={classes['words']}>
            正在打开“{opening.fileName}”：{opening.progress.words}…
          </p>
          <Progress
            value={(opening.progress.share ?? 1) * 100}
            striped={opening.progress.share === null}
            animated={opening.progress.share === null}
            aria-label={opening.progress.words}
          />
          <Button variant="default" onClick={wizard.cancelOpening}>
            取消
          </Button>
        </section>
      ) : (
        <DropZone
          isReplacing={session.file !== null}
          currentName={session.file?.name ?? null}
          onFiles={wizard.openFiles}
        />
      )}
      {batches.length > 0 && <BatchList batches={batches} />}
    </div>
  );
}
