/** What a restore asks and says on its way. */
import { Alert, Button, Modal, Progress, Text } from '@mantine/core';
import classes from '../section.module.css';
import { RestoreDialog } from './restore-dialog';
import { UnlockDialog } from './unlock-dialog';
import type { Restore } from './use-restore';

const reload = () => window.location.reload();

export function RestoreSteps({ restore }: { readonly restore: Restore }) {
  const { restoring } = restore;
  switch (restoring.status) {
    case 'idle':
      return null;
    case 'opening':
      return (
        <p className={classes['quiet']} role="status">
          正在读取备份…
        </p>
      );
    case 'locked':
      return (
        <UnlockDialog
          head={restoring.head}
          onUnlocked={(sealer) => void restore.unlock(restoring.bytes, sealer)}
          onCancel={restore.cancel}
        />
      );
    case 'asking':
      return (
        <RestoreDialog
          backup={restoring.backup}
          onCancel={restore.cancel}
          onRestore={(isUnsentKept) => void restore.start(restoring.backup, isUnsentKept)}
        />
      );
    case 'running':
      return (
        <div role="status">
          <p className={classes['quiet']}>正在恢复，请不要关闭窗口…</p>
          <Progress value={restoring.share * 100} aria-label="恢复进度" />
        </div>
      );
    case 'refused':
      return (
        <Alert color="red" mt="sm" role="alert">
          {restoring.text}
        </Alert>
      );
    case 'undone':
      return (
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
      );
  }
}
