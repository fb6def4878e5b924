import { Button, FileButton } from '@mantine/core';
import { backupExtension } from '@shared/ipc/channels';
import classes from '../section.module.css';
import type { Restore } from './use-restore';

/** A backup that lies anywhere: on a stick, sent by a colleague, saved by hand. */
export function RestoreBlock({ restore }: { readonly restore: Restore }) {
  return (
    <div className={classes['block']}>
      <h3>从备份文件恢复</h3>
      <p className={classes['lead']}>
        别处的备份（.lxbak）和以前手工存的备份（.json）都可以。会先告诉您备份里有什么、会换掉什么，确认后才动。
      </p>
      <FileButton
        accept={`application/json,.json,.${backupExtension}`}
        onChange={(file) => file && void restore.chooseFile(file)}
      >
        {(props) => (
          <Button variant="default" {...props} disabled={restore.restoring.status === 'running'}>
            选择备份文件…
          </Button>
        )}
      </FileButton>
    </div>
  );
}
