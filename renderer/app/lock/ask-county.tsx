/** 请县级协助恢复: the code to read out, or a file to carry, so that the county tells the unlock code. */
import { Button, Text } from '@mantine/core';
import { keyDesk } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import { keyProblems } from '@shared/problems/key-problems';
import { formatRequest, type UnlockRequestFile } from '@shared/sync/unlock-help';
import { useEffect, useState } from 'react';
import classes from './lock-page.module.css';

interface AskCountyProps {
  readonly countyName: string;
  readonly request: UnlockRequestFile;
}

export function AskCounty({ countyName, request }: AskCountyProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  // From here on the county may tell its code: it is good for this one time.
  useEffect(() => {
    keyDesk.askCounty().catch(() => setTrouble(keyProblems.requestNotKept({}).text));
  }, []);
  const code = formatRequest(request.deposit.request);
  const save = () => {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    platform
      .saveFile(`求助文件_${code}.json`, bytes, 'application/json')
      .catch(() => setTrouble(keyProblems.requestNotSaved({}).text));
  };
  return (
    <>
      <ol className={classes['steps']}>
        <li>
          打电话给{countyName}的管理员，说明是哪个单位、哪台电脑，念给对方求助码：
          <strong className={classes['request']} data-testid="unlock-request">
            {code}
          </strong>
        </li>
        <li>对方核对身份后，在“管理 · 设备 · 协助解锁”里查出解锁码告诉您。</li>
        <li>把解锁码填在下面，再设一个新口令。解锁码用过就作废。</li>
      </ol>
      <Text size="sm">
        对方查不到求助码的（这台电脑很久没有联网），请{' '}
        <Button size="compact-sm" variant="default" onClick={save}>
          保存求助文件…
        </Button>{' '}
        拷到 U 盘交给对方。
      </Text>
      {trouble !== null && (
        <p className={classes['text']} role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}
