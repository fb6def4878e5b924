import { Button } from '@mantine/core';
import { platform } from '@renderer/platform/current-platform';
import { readStorageState, type StorageState } from '@renderer/platform/storage-state';
import { useCallback, useEffect, useState } from 'react';
import classes from './section.module.css';

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
const gigabytes = (bytes: number): string => `${(bytes / 1_073_741_824).toFixed(1)} GB`;

type Known =
  | { readonly status: 'loading' }
  | { readonly status: 'known'; readonly state: StorageState | null };

/** Whether the browser may clear the register when the disk fills up, and how much room is left. */
export function StorageBlock() {
  const [known, setKnown] = useState<Known>({ status: 'loading' });
  const read = useCallback(() => {
    readStorageState().then(
      (state) => setKnown({ status: 'known', state }),
      () => setKnown({ status: 'known', state: null }),
    );
  }, []);
  useEffect(read, [read]);
  const state = known.status === 'known' ? known.state : null;
  return (
    <div className={classes['block']}>
      <h3>本机存储</h3>
      {known.status === 'known' && state === null && (
        <p className={classes['lead']}>这个浏览器不提供存储信息。请务必定期备份。</p>
      )}
      {state && (
        <>
          <p className={classes['lead']}>
            已用 {megabytes(state.usedBytes)}，可用约 {gigabytes(state.quotaBytes - state.usedBytes)}。
            {state.isPersisted
              ? '已取得长期保存：磁盘不足时浏览器也不会清理。'
              : '尚未取得长期保存：磁盘不足时浏览器可能清理，请定期备份。'}
          </p>
          {!state.isPersisted && (
            <Button variant="default" onClick={() => void platform.persistStorage().then(read, read)}>
              申请长期保存
            </Button>
          )}
        </>
      )}
    </div>
  );
}
