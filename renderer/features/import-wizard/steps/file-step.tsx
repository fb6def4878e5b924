import { Alert, Button, Progress } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Icon } from '@renderer/components/icons';
import { importBatchesOf } from '@renderer/data/import-batches';
import { useTable } from '@renderer/data/react';
import { useMemo } from 'react';
import { BatchList } from '../parts/batch-list';
import { BlankSheets } from '../parts/blank-sheets';
import { DropZone } from '../parts/drop-zone';
import { HowItGoes } from '../parts/how-it-goes';
import { useWizard } from '../session/use-wizard';
import classes from './file-step.module.css';

/** Step 1: a file, and what was imported before. */
export function FileStep() {
  const { wizard, state } = useWizard();
  const { opening, session } = state;
  const settings = useTable('settings');
  const batches = useMemo(() => importBatchesOf(settings), [settings]);
  const openFiles = (files: readonly File[]) => {
    if (session.past.length === 0 && Object.keys(session.decisions).length === 0) wizard.openFiles(files);
    else askToLeave(session.file?.name ?? '', () => wizard.openFiles(files));
  };
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
          onFiles={openFiles}
        />
      )}
      <BlankSheets />
      {batches.length > 0 ? <BatchList batches={batches} /> : <HowItGoes />}
    </div>
  );
}

/** Corrections made in the preview belong to the file they were made in. */
const askToLeave = (fileName: string, onConfirm: () => void) =>
  modals.openConfirmModal({
    title: '放下正在进行的导入？',
    children: `在“${fileName}”里做的修改和选择还没有写入台账，换文件后不再保留。`,
    labels: { confirm: '换文件', cancel: '接着做原来的' },
    onConfirm,
  });
