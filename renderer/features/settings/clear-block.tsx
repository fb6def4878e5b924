import { Button, Modal, Text, TextInput } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { NoticeBox } from '@renderer/components/notice-box';
import { useOffice, useRegister } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { isLinked } from '@renderer/sync/status/sync-status';
import { useState } from 'react';
import classes from './section.module.css';

/** Removes everything for good, only after the name of the office has been typed. */
export function ClearBlock() {
  const register = useRegister();
  const office = useOffice();
  const status = useSyncStatus();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isRunning, setRunning] = useState(false);
  const name = office?.name ?? '';
  const clear = async () => {
    setRunning(true);
    await register.clear();
  };
  return (
    <div className={classes['block']}>
      <h3>清空</h3>
      <p className={classes['lead']}>删除本机的全部台账、记录和设置，回到第一次打开的样子，不能撤销。</p>
      <Button variant="default" onClick={() => setOpen(true)}>
        清空台账…
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="清空台账">
        {isLinked(status) && status.unsentCount > 0 && (
          <NoticeBox tone="bad">
            还有 {status.unsentCount} 处改动没有上报县级，清空后就没有了。请先连上县级，等它们上报完再清空。
          </NoticeBox>
        )}
        <Text>这会删除本机的全部数据，不能撤销。请先备份。确定要清空，请输入填报单位名称：</Text>
        <Text fw={600} my="sm">
          {name}
        </Text>
        <TextInput
          data-autofocus
          label="填报单位名称"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={classes['foot']}>
          <BusyButton
            onClick={() => void clear()}
            disabled={typed.trim() !== name}
            doing={isRunning ? '正在删除' : null}
          >
            全部删除
          </BusyButton>
          <Button variant="default" onClick={() => setOpen(false)}>
            不删了
          </Button>
        </div>
      </Modal>
    </div>
  );
}
