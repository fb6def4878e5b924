import { Button, Checkbox, Modal, Text } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import type { Backup } from '@renderer/data/backup';
import { formatInstant } from '@renderer/data/format-value';
import { useRegister } from '@renderer/data/react';
import { type UnsentWork, unsentWorkOf } from '@renderer/data/unsent-work';
import { useSyncStatus } from '@renderer/sync/status/react';
import { isLinked } from '@renderer/sync/status/sync-status';
import { useMemo, useState } from 'react';
import classes from '../section.module.css';

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onCancel: () => void;
  readonly onRestore: (isUnsentKept: boolean) => void;
}

/**
 * Says what a restore replaces, before it does. With a county behind it the register loses nothing by it but what the
 * county has not got, so that is kept unless a person says otherwise; kept alone, going back is what a backup is for.
 */
export function RestoreDialog({ backup, onCancel, onRestore }: RestoreDialogProps) {
  const register = useRegister();
  const isCountyBehind = isLinked(useSyncStatus());
  const work = useMemo(() => unsentWorkOf(register.snapshot(), backup.register), [register, backup]);
  const [isKept, setKept] = useState(isCountyBehind);
  const hasWork = work.editCount + work.parkedCount > 0;
  return (
    <Modal opened onClose={onCancel} title="恢复备份">
      <Text mb="sm">
        备份时间 {formatInstant(backup.madeAt)}，共 {backup.count}{' '}
        条。恢复后，本机现有数据将全部换成备份里的内容。
      </Text>
      {hasWork && (
        <NoticeBox tone="soon">
          {isCountyBehind ? `${workText(work)}，只在这台电脑上，备份里没有。` : `${aloneText(work)}。`}
        </NoticeBox>
      )}
      {hasWork && (
        <Checkbox
          mt="sm"
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
          label={
            isCountyBehind ? '保留这些改动，恢复后接着上报' : '保留这些改动（台账坏了，用备份来补时勾选）'
          }
          description={
            isKept ? '改动会放在备份内容的上面，一处不少。' : '不保留的，恢复后只在“恢复前备份”里找得回来。'
          }
        />
      )}
      <div className={classes['foot']}>
        <Button onClick={() => onRestore(hasWork && isKept)}>换成备份的内容</Button>
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
      </div>
    </Modal>
  );
}

function workText({ editCount, documentCount, parkedCount }: UnsentWork): string {
  const unsent = editCount === 0 ? [] : [`${documentCount} 条记录的 ${editCount} 处改动还没有上报县级`];
  const parked = parkedCount === 0 ? [] : [`搁置箱里还有 ${parkedCount} 条没有处理`];
  return [...unsent, ...parked].join('，');
}

const aloneText = ({ editCount, documentCount }: UnsentWork): string =>
  `备份以后在本机又改了 ${documentCount} 条记录、${editCount} 处，要退回备份时的样子，就不保留它们`;
