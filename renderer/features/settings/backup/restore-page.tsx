/** From the first screen of a new computer: a backup instead of an empty register. */
import { Button, Group } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import { Page } from '@renderer/components/page';
import type { BackupKeeper } from '@renderer/data/backups/backup-keeper';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { useOffice } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import type { Problem } from '@shared/problems/problem';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import classes from '../section.module.css';
import { ListBlock } from './list-block';
import { RestoreBlock } from './restore-block';
import { RestoreSteps } from './restore-steps';
import { useShelf } from './use-backups';
import { type Restore, useRestore } from './use-restore';

export function RestorePage() {
  const restore = useRestore();
  // There is a register again: this page was the way to it.
  if (useOffice() !== null && restore.restoring.status === 'idle') return <Navigate to="/overview" />;
  return (
    <Page title="从备份恢复" state="换了电脑、重装了系统，从备份把台账找回来。" layout="scroll">
      <div className={classes['section']}>
        {backupKeeper !== null && <Folder keeper={backupKeeper} restore={restore} />}
        <RestoreBlock restore={restore} />
        <RestoreSteps restore={restore} />
        <p className={classes['quiet']}>
          需要：备份文件；做备份那台电脑的本机口令，或它的恢复单。与县级连过的，恢复后请重新连接县级。
        </p>
        <Group mt="md">
          <Button variant="default" component={Link} to="/overview">
            返回
          </Button>
        </Group>
      </div>
    </Page>
  );
}

function Folder({ keeper, restore }: { readonly keeper: BackupKeeper; readonly restore: Restore }) {
  const shelf = useShelf(keeper);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <>
      {platform.backups?.choose && (
        <div className={classes['block']}>
          <h3>放备份的 U 盘</h3>
          <p className={classes['lead']}>选中 U 盘，列出里面的备份。以后的自动备份也存到这里。</p>
          <Button onClick={() => void keeper.choosePlace().then(setProblem)}>选择 U 盘或文件夹…</Button>
          {problem !== null && (
            <NoticeBox tone="bad" isUrgent>
              {problem.text}
            </NoticeBox>
          )}
        </div>
      )}
      <ListBlock keeper={keeper} backups={shelf.backups ?? []} restore={restore} />
    </>
  );
}
