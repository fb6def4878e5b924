import { Alert, Button, FileButton, Modal, Progress, Text } from '@mantine/core';
import { type Backup, type RestoreTarget, readBackup, restoreBackup } from '@renderer/data/backup';
import { localDatabase } from '@renderer/data/local-database';
import { useRegister } from '@renderer/data/react';
import { keyDesk } from '@renderer/keys/current-desk';
import { announceReplaced } from '@renderer/platform/other-windows';
import { useState } from 'react';
import { RestoreDialog } from './restore-dialog';
import classes from './section.module.css';

type Restoring =
  | { readonly status: 'idle' }
  | { readonly status: 'asking'; readonly backup: Backup }
  | { readonly status: 'running'; readonly share: number }
  /** Nothing was touched. */
  | { readonly status: 'refused'; readonly text: string }
  /** What was there before is back, but the open tables are closed. */
  | { readonly status: 'undone'; readonly text: string };

const reload = () => window.location.reload();

/** What is restored is sealed as what was there. */
async function sealedDatabase(): Promise<RestoreTarget> {
  const state = keyDesk.get();
  return state.status === 'open'
    ? { ...localDatabase, sealer: await state.keys.sealerFor('documents') }
    : localDatabase;
}

/** Reads a backup back in place of what is here, after saying what would be lost. */
export function RestoreBlock() {
  const register = useRegister();
  const [restoring, setRestoring] = useState<Restoring>({ status: 'idle' });
  const restore = async (backup: Backup, isUnsentKept: boolean) => {
    setRestoring({ status: 'running', share: 0 });
    const problem = await restoreBackup(register, backup, await sealedDatabase(), {
      isUnsentKept,
      onProgress: (done, total) => setRestoring({ status: 'running', share: total === 0 ? 1 : done / total }),
    });
    // The open tables belong to the old register: every window starts again with the new one.
    announceReplaced();
    if (problem) setRestoring({ status: 'undone', text: problem.text });
    else reload();
  };
  const ask = async (file: File | null) => {
    if (!file) return;
    const read = readBackup(await file.text());
    if ('problem' in read) return setRestoring({ status: 'refused', text: read.problem.text });
    setRestoring({ status: 'asking', backup: read.backup });
  };
  return (
    <div className={classes['block']}>
      <h3>恢复</h3>
      <p className={classes['lead']}>从备份文件恢复。会替换本机现有的全部数据，请先备份一份。</p>
      <FileButton accept="application/json,.json" onChange={(file) => void ask(file)}>
        {(props) => (
          <Button variant="default" {...props} disabled={restoring.status === 'running'}>
            选择备份文件…
          </Button>
        )}
      </FileButton>
      {restoring.status === 'asking' && (
        <RestoreDialog
          backup={restoring.backup}
          onCancel={() => setRestoring({ status: 'idle' })}
          onRestore={(isUnsentKept) => void restore(restoring.backup, isUnsentKept)}
        />
      )}
      {restoring.status === 'running' && (
        <div role="status">
          <p className={classes['quiet']}>正在恢复，请不要关闭窗口…</p>
          <Progress value={restoring.share * 100} aria-label="恢复进度" />
        </div>
      )}
      {restoring.status === 'refused' && (
        <Alert color="red" mt="sm" role="alert">
          {restoring.text}
        </Alert>
      )}
      {restoring.status === 'undone' && (
        <Modal
          opened
          onClose={reload}
          title="没有恢复"
          withCloseButton={false}
          closeOnEscape={false}
          closeOnClickOutside={false}
        >
          <Text mb="md">{restoring.text}</Text>
          <Button onClick={reload}>重新打开台账</Button>
        </Modal>
      )}
    </div>
  );
}
