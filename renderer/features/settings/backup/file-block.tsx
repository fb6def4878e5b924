import { notifications } from '@mantine/notifications';
import { BusyButton } from '@renderer/components/busy-button';
import { writeBackup } from '@renderer/data/backup';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { fileReminder } from '@renderer/data/backups/current-reminder';
import { useOffice, useRegister } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import { backupExtension } from '@shared/ipc/channels';
import { chinaDayOf } from '@shared/lib/day';
import { useState } from 'react';
import classes from '../section.module.css';

/** Everything as one file: records, history, settings, deleted records. */
export function FileBlock() {
  const register = useRegister();
  const office = useOffice();
  const [isRunning, setRunning] = useState(false);
  const backUp = async () => {
    setRunning(true);
    const now = register.now();
    try {
      const sealed = (await backupKeeper?.sealForElsewhere(register)) ?? null;
      const extension = sealed ? backupExtension : 'json';
      const name = `两新台账备份-${office?.name ?? ''}-${chinaDayOf(now)}.${extension}`;
      const bytes = sealed ?? new TextEncoder().encode(writeBackup(register.snapshot(), now));
      const outcome = await platform.saveFile(
        name,
        bytes,
        sealed ? 'application/octet-stream' : 'application/json',
      );
      if (outcome === 'cancelled') return;
      fileReminder?.saved(chinaDayOf(now));
      notifications.show({ message: `已备份到“${name}”，${sealed ? '已加密' : '没有加密，请放好'}` });
    } catch {
      notifications.show({
        color: 'red',
        title: '没有备份成功',
        message: '请检查保存位置是否已满或不可写，换一个位置再试。',
        autoClose: false,
      });
    } finally {
      setRunning(false);
    }
  };
  return (
    <div className={classes['block']}>
      <h3>备份到文件</h3>
      <p className={classes['lead']}>
        把全部台账、变更记录和设置存成一个文件（导入的原文件不在内）。本机设过口令或有恢复单的，文件加密，在别的电脑上凭口令或恢复单打开；都没有的，文件不加密，请放好。
      </p>
      <BusyButton variant="default" onClick={() => void backUp()} doing={isRunning ? '正在备份' : null}>
        备份全部数据
      </BusyButton>
    </div>
  );
}
