import { Checkbox, Group } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { platform } from '@renderer/platform/current-platform';
import { isHabitOn, setHabit } from '@renderer/platform/desktop-preferences';
import { useSyncStatus } from '@renderer/sync/status/react';
import type { UpdateFound } from '@shared/ipc/channels';
import { useState } from 'react';
import classes from '../section.module.css';
import { useUpdate } from './use-update';

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const version = import.meta.env.VITE_APP_VERSION;

interface FoundProps {
  readonly found: UpdateFound;
  /** Share received so far in words; null = not installing. */
  readonly installing: string | null;
  readonly onInstall: () => void;
}

function Found({ found, installing, onInstall }: FoundProps) {
  switch (found.status) {
    case 'cancelled':
      return null;
    case 'current':
      return (
        <p className={classes['quiet']} role="status">
          已是最新：{found.version} 版。
        </p>
      );
    case 'refused':
      return (
        <p className={classes['pending']} role="alert">
          {found.text}
        </p>
      );
    case 'found':
      return (
        <div className={classes['pending']}>
          <p className={classes['lead']} role="status">
            有新版本 {found.version}（{found.releasedOn} 发布，{megabytes(found.byteCount)}），签名已核对。
          </p>
          {found.notes !== '' && <p className={classes['lead']}>{found.notes}</p>}
          <BusyButton onClick={onInstall} doing={installing}>
            安装这个版本
          </BusyButton>
        </div>
      );
  }
}

/** Only where the office is connected: a computer without a network asks nobody. */
function CountyHabit() {
  const [isOn, setOn] = useState(() => isHabitOn(platform.preferences, 'countyUpdates'));
  return (
    <Checkbox
      mt="sm"
      label="每天向县级服务器查一次新版本"
      description="只查询并提醒，不会自己安装。"
      checked={isOn}
      onChange={({ currentTarget }) => {
        setHabit(platform.preferences, 'countyUpdates', currentTarget.checked);
        setOn(currentTarget.checked);
      }}
    />
  );
}

export function UpdateBlock() {
  const { serverUrl } = useSyncStatus();
  const update = useUpdate();
  return (
    <div className={classes['block']}>
      <h3>升级</h3>
      <p className={classes['lead']}>
        现在是 {version} 版。升级包由发布单位签名，程序核对无误、您同意后才安装；台账数据不受影响。
      </p>
      <Group gap="sm">
        <BusyButton
          variant="default"
          onClick={() => update.look({ kind: 'folder' })}
          disabled={update.isBusy}
          doing={update.lookingIn === 'folder' ? '正在核对升级包' : null}
        >
          从 U 盘升级
        </BusyButton>
        {serverUrl !== null && (
          <BusyButton
            variant="default"
            onClick={() => update.look({ kind: 'server', address: serverUrl })}
            disabled={update.isBusy}
            doing={update.lookingIn === 'server' ? '正在向县级查询' : null}
          >
            向县级服务器查询
          </BusyButton>
        )}
      </Group>
      {update.found && (
        <Found found={update.found} installing={update.installing} onInstall={update.install} />
      )}
      {serverUrl !== null && <CountyHabit />}
    </div>
  );
}
