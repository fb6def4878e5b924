import { notifications } from '@mantine/notifications';
import { interruptedImports, undoBatch } from '@renderer/data/import-batches';
import { useOffice, useRegister, useTable, useUndoState } from '@renderer/data/react';
import { removeDemo } from '@renderer/data/start';
import { useIsOpenElsewhere } from '@renderer/platform/other-windows';
import type { ImportBatch } from '@shared/domain/setting';
import { useMemo, useState } from 'react';
import { BackupNotice } from './backup-notice';
import { ExchangeNotices } from './exchange-notices';
import { FileBackupNotice } from './file-backup-notice';
import { Notice } from './notices';
import { UpdateNotice } from './update-notice';

const reload = () => window.location.reload();

/** One click: the register becomes empty and the first screen appears, unless somebody added own records. */
function DemoNotice() {
  const register = useRegister();
  const [doing, setDoing] = useState<string | null>(null);
  const remove = async () => {
    setDoing('正在清除演示数据');
    const removal = await removeDemo(register, (doneCount, totalCount) =>
      setDoing(`正在清除演示数据，${doneCount}／${totalCount}条`),
    );
    setDoing(null);
    if (removal.status === 'failed')
      notifications.show({
        color: 'red',
        title: '没有清除',
        message: removal.problems[0]?.problem.text ?? '请重试。',
        autoClose: false,
      });
    if (removal.status === 'removed')
      notifications.show({ message: `演示数据已清除，您自己录入的 ${removal.ownCount} 条保留。` });
  };
  return (
    <Notice tone="soon" action={{ label: '一键清除演示数据', run: () => void remove(), doing }}>
      这是演示数据：单位、人员都是虚构的，随便点、随便改。
    </Notice>
  );
}

function InterruptedNotice({ batch }: { readonly batch: ImportBatch }) {
  const register = useRegister();
  const undo = async () => {
    const result = await undoBatch(register, batch.id);
    if (result.status === 'failed')
      notifications.show({
        color: 'red',
        title: '没有撤销',
        message: result.problems[0]?.problem.text ?? '',
      });
  };
  return (
    <Notice tone="soon" action={{ label: '撤销本批', run: () => void undo() }}>
      上次导入“{batch.fileName}”没有写完就中断了。建议撤销本批后重新导入。
    </Notice>
  );
}

function InterruptedNotices() {
  const register = useRegister();
  const settings = useTable('settings');
  // biome-ignore lint/correctness/useExhaustiveDependencies: batches are settings.
  const suspects = useMemo(() => interruptedImports(register), [register, settings]);
  // An import being written looks like one cut off. Without a suspect a save renders nothing here: it is waited for.
  const isWriting = useUndoState((state) => state.isSaving && suspects.length > 0);
  const interrupted = useMemo(
    () => (isWriting || suspects.length === 0 ? [] : interruptedImports(register)),
    [register, suspects, isWriting],
  );
  return interrupted.map((batch) => <InterruptedNotice key={batch.id} batch={batch} />);
}

/** What concerns the whole register: demo data, an import that was cut off, another open window. */
export function RegisterNotices() {
  const office = useOffice();
  const isOpenElsewhere = useIsOpenElsewhere(reload);
  return (
    <>
      <ExchangeNotices />
      <UpdateNotice />
      <BackupNotice />
      <FileBackupNotice />
      {office?.isDemo === true && <DemoNotice />}
      <InterruptedNotices />
      {isOpenElsewhere && (
        <Notice tone="info">
          台账已在另一个窗口打开。两边的修改会互相看到，不会丢；各窗口的撤销只退回自己做的操作。
        </Notice>
      )}
    </>
  );
}
