/** 恢复单: shown this once, to be printed or copied by hand. */

import { Button, Checkbox, Text } from '@mantine/core';
import { formatInstant } from '@renderer/data/format-value';
import { printHtml } from '@renderer/platform/print-html';
import { useState } from 'react';
import classes from './safety.module.css';
import { sheetPage } from './sheet-page';

interface RecoverySheetProps {
  readonly code: string;
  readonly officeName: string;
  readonly onDone: () => void;
}

export function RecoverySheet({ code, officeName, onDone }: RecoverySheetProps) {
  const [isKept, setKept] = useState(false);
  const print = () => {
    const madeAt = formatInstant(new Date().toISOString());
    printHtml(sheetPage({ code, officeName, madeAt }), '恢复单').catch(() => {});
  };
  return (
    <div>
      <Text>忘了口令时，只有这张恢复单能打开本机的台账。它只显示这一次，请打印或抄下来，锁在柜子里。</Text>
      <p className={classes['code']}>{code}</p>
      <Text c="dimmed">不要拍照、不要存在这台电脑上。以前的恢复单从现在起作废。</Text>
      <Checkbox
        my="md"
        label="已经打印或抄好，核对无误"
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <div className={classes['foot']}>
        <Button variant="default" onClick={print}>
          打印恢复单
        </Button>
        <Button onClick={onDone} disabled={!isKept}>
          完成
        </Button>
      </div>
    </div>
  );
}
