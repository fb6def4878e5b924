/** Where the daily backups go, when the last one was made, and what a lost computer would mean. */

import { Button, Group } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { NoticeBox } from '@renderer/components/notice-box';
import type { BackupKeeper, KeeperState } from '@renderer/data/backups/backup-keeper';
import { formatInstant } from '@renderer/data/format-value';
import { useRegister } from '@renderer/data/react';
import { useKeyState } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import type { BackupPlaceHere } from '@renderer/platform/platform';
import type { Problem } from '@shared/problems/problem';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import classes from '../section.module.css';
import type { Shelf } from './use-backups';

interface AutoBlockProps {
  readonly keeper: BackupKeeper;
  readonly shelf: Shelf;
}

export function AutoBlock({ keeper, shelf: { state, place, isMissing } }: AutoBlockProps) {
  const register = useRegister();
  const [refused, setRefused] = useState<Problem | null>(null);
  const problem = refused ?? state.problem;
  const choose = () => void keeper.choosePlace().then(setRefused);
  return (
    <div className={classes['block']}>
      <h3>自动备份</h3>
      <p className={classes['lead']}>
        打开台账的每一天自动备份一份，每次导入前、恢复前、升级前再备份一份；保留最近 14 天和最近 12
        个月的，备份都加密。
      </p>
      {place && <p className={classes['lead']}>{whereText(place)}</p>}
      <p className={classes['lead']} role="status">
        {lastText(state)}
      </p>
      {problem !== null && (
        <NoticeBox tone="bad" isUrgent>
          {problem.text}
        </NoticeBox>
      )}
      {problem === null && isMissing && (
        <NoticeBox tone="soon">备份的位置现在读不到。存到 U 盘的，请插上原来的 U 盘。</NoticeBox>
      )}
      <Group gap="sm" mt="sm">
        <BusyButton
          onClick={() => {
            setRefused(null);
            void keeper.backUp(register, 'daily');
          }}
          doing={state.isRunning ? '正在备份' : null}
        >
          现在备份
        </BusyButton>
        {platform.backups?.choose && (
          <Button variant="default" onClick={choose} disabled={state.isRunning}>
            选择 U 盘或文件夹…
          </Button>
        )}
      </Group>
      {place && <Elsewhere place={place} />}
    </div>
  );
}

/** What it takes to open these backups when the computer is gone. */
function Elsewhere({ place }: { readonly place: BackupPlaceHere }) {
  const state = useKeyState();
  if (place.kind !== 'chosen' || state.status !== 'open') return null;
  const { users, sheetMadeAt } = state.facts;
  if (users.length > 0 || sheetMadeAt !== null)
    return (
      <p className={classes['quiet']}>
        电脑坏了：在新电脑上装好程序，第一屏选“从备份恢复”，插上 U 盘，用这台电脑的本机口令或恢复单打开。
      </p>
    );
  return (
    <NoticeBox tone="soon" title="这些备份现在只有这台电脑打得开">
      还没有设本机口令，电脑坏了，U 盘里的备份也打不开。请到{' '}
      <Link to="/settings" search={{ section: 'safety' }}>
        本机安全
      </Link>{' '}
      设置口令、打印恢复单，再点“现在备份”。
    </NoticeBox>
  );
}

function whereText({ kind, label }: BackupPlaceHere): string {
  switch (kind) {
    case 'chosen':
      return `存到：${label}。`;
    case 'program':
      return '存到：本机的程序文件夹。电脑坏了或丢了，备份也就没有了，请选一个 U 盘。';
    case 'browser':
      return '存到：这个浏览器内部。能挽回导错、改错，挡不住电脑损坏和“清除浏览数据”。请至少每月用下面的“备份到文件”存一份到 U 盘；要自动存到 U 盘，请用桌面版。';
  }
}

const lastText = ({ last }: KeeperState): string =>
  last === null ? '还没有自动备份过。' : `上次备份：${formatInstant(last.madeAt)}，${last.count} 条。`;
