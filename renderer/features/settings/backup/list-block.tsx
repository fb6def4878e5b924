/** The backups of this place: what each is, whether it is whole, and bringing one back. */

import { Button, Group } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { backupKinds } from '@renderer/data/backups/backup-head';
import type { BackupKeeper, ListedBackup } from '@renderer/data/backups/backup-keeper';
import { type Verification, verifyBackup } from '@renderer/data/backups/verify-backup';
import { formatInstant } from '@renderer/data/format-value';
import { useRegister } from '@renderer/data/react';
import { useState } from 'react';
import classes from '../section.module.css';
import own from './list-block.module.css';
import type { Restore } from './use-restore';

interface ListBlockProps {
  readonly keeper: BackupKeeper;
  readonly backups: readonly ListedBackup[];
  readonly restore: Restore;
}

/** As many as are usually looked at. */
const shownAtFirst = 6;

export function ListBlock({ keeper, backups, restore }: ListBlockProps) {
  const register = useRegister();
  const [found, setFound] = useState<ReadonlyMap<string, Verification>>(new Map());
  /** The one that is being read; null = none. */
  const [reading, setReading] = useState<string | null>(null);
  const [isWhole, setWhole] = useState(false);
  const verify = async (chosen: readonly ListedBackup[]) => {
    for (const one of chosen) {
      setReading(one.name);
      const result = await verifyBackup(keeper, one, register);
      setFound((known) => new Map(known).set(one.name, result));
    }
    setReading(null);
  };
  if (backups.length === 0) return null;
  const shown = isWhole ? backups : backups.slice(0, shownAtFirst);
  return (
    <div className={classes['block']}>
      <h3>已有的备份</h3>
      <div className={own['frame']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">备份时间</th>
              <th scope="col">种类</th>
              <th scope="col">条数</th>
              <th scope="col">大小</th>
              <th scope="col">谁做的</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Row
                key={one.name}
                backup={one}
                found={found.get(one.name) ?? null}
                isReading={reading === one.name}
                isBusy={reading !== null || restore.restoring.status === 'running'}
                onVerify={() => void verify([one])}
                onRestore={() => void restore.chooseListed(one.name)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Group gap="sm" mt="sm">
        <BusyButton
          variant="default"
          onClick={() => void verify(backups)}
          doing={reading === null ? null : `正在校验，已校验 ${found.size}／${backups.length} 份`}
        >
          全部校验
        </BusyButton>
        {backups.length > shownAtFirst && (
          <Button variant="subtle" color="gray" onClick={() => setWhole((now) => !now)}>
            {isWhole ? '只看最近几份' : `显示全部 ${backups.length} 份`}
          </Button>
        )}
      </Group>
    </div>
  );
}

interface RowProps {
  readonly backup: ListedBackup;
  readonly found: Verification | null;
  readonly isReading: boolean;
  readonly isBusy: boolean;
  readonly onVerify: () => void;
  readonly onRestore: () => void;
}

function Row({ backup: { name, head, byteCount }, found, isReading, isBusy, ...does }: RowProps) {
  const title = head === null ? name : formatInstant(head.madeAt);
  return (
    <>
      <tr>
        <th scope="row">{title}</th>
        <td>{head === null ? '读不出来' : backupKinds.labels[head.kind]}</td>
        <td className={own['number']}>{head?.count ?? '—'}</td>
        <td className={own['number']}>{sizeOf(byteCount)}</td>
        <td>{head === null ? '—' : [head.by, head.deviceName].filter(Boolean).join(' · ')}</td>
        <td>
          <Group gap="xs" wrap="nowrap">
            <Button
              variant="default"
              size="compact-sm"
              disabled={isBusy}
              onClick={does.onVerify}
              aria-label={`校验 ${title} 的备份`}
            >
              {isReading ? '正在校验…' : '校验'}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={isBusy || head === null}
              onClick={does.onRestore}
              aria-label={`恢复 ${title} 的备份`}
            >
              恢复…
            </Button>
          </Group>
        </td>
      </tr>
      {found && (
        <tr>
          <td colSpan={6} className={own['found']} data-good={found.isGood} role="status">
            {found.text}
          </td>
        </tr>
      )}
    </>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
