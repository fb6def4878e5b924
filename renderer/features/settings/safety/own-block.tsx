/** Lock, own password, recovery sheet. */

import { Button, Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { formatInstant } from '@renderer/data/format-value';
import { keyDesk } from '@renderer/keys/current-desk';
import type { CountyFacts, KeyFacts } from '@renderer/keys/key-state';
import { useState } from 'react';
import classes from '../section.module.css';
import { differs, KeyForm, NewPasswordFields, noPassword, PasswordField } from './key-form';
import { RecoverySheet } from './recovery-sheet';
import own from './safety.module.css';

const idleChoices = [5, 10, 20, 30, 60].map((minutes) => ({
  value: String(minutes),
  label: `${minutes} 分钟没有操作`,
}));

interface OwnBlockProps {
  readonly facts: KeyFacts;
  readonly officeName: string;
}

export function OwnBlock({ facts, officeName }: OwnBlockProps) {
  const [isChanging, setChanging] = useState(false);
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <div className={classes['block']}>
        <h3>锁定</h3>
        <p className={classes['lead']}>
          锁定后画面和内存里都没有台账，上报和接收暂停，解锁后接着来。刷新、关闭后再打开也要输口令。
        </p>
        <div className={own['line']}>
          <Select
            label="自动锁定"
            data={idleChoices}
            value={String(facts.idleMinutes)}
            allowDeselect={false}
            onChange={(minutes) => minutes !== null && void keyDesk.setIdleMinutes(Number(minutes))}
          />
          <Button variant="default" onClick={() => void keyDesk.lock()}>
            现在锁定（Ctrl+L）
          </Button>
        </div>
      </div>
      <div className={classes['block']}>
        <h3>口令和恢复单</h3>
        <p className={classes['lead']}>
          {facts.sheetMadeAt === null
            ? '还没有恢复单：忘了口令就打不开了，请现在打印。'
            : `恢复单是 ${formatInstant(facts.sheetMadeAt)} 的那一张。找不到了就重新打印，旧的随即作废。`}
        </p>
        {facts.county !== null && <p className={classes['lead']}>{countyText(facts.county)}</p>}
        <div className={own['line']}>
          <Button variant="default" onClick={() => setChanging(true)}>
            改口令…
          </Button>
          <Button variant="default" onClick={() => setMaking(true)}>
            重新打印恢复单…
          </Button>
        </div>
      </div>
      <Modal opened={isChanging} onClose={() => setChanging(false)} title="改口令">
        <ChangeForm onDone={() => setChanging(false)} />
      </Modal>
      {isMaking && <SheetDialog officeName={officeName} onClose={() => setMaking(false)} />}
    </>
  );
}

function countyText({ countyName, request, helpedAt }: CountyFacts): string {
  if (request === null) return `下次解锁以后，口令和恢复单都丢了也可以请${countyName}协助恢复。`;
  const helped = helpedAt === null ? '' : `上一次是 ${formatInstant(helpedAt)}。`;
  return `口令和恢复单都丢了，可以在锁定画面请${countyName}协助恢复，县里每次都有记录。${helped}`;
}

function ChangeForm({ onDone }: { readonly onDone: () => void }) {
  const [old, setOld] = useState('');
  const [password, setPassword] = useState(noPassword);
  return (
    <KeyForm
      button="改口令"
      doing="正在改口令"
      onTry={async () => {
        const problem = differs(password);
        if (problem) return problem;
        const done = await keyDesk.changePassword(old, password.first);
        if (!done.ok) return done.problem;
        notifications.show({ message: '口令已改，下次解锁用新口令。' });
        onDone();
        return null;
      }}
    >
      <PasswordField label="现在的口令" value={old} onChange={setOld} hasFocus />
      <NewPasswordFields value={password} onChange={setPassword} />
    </KeyForm>
  );
}

function SheetDialog({ officeName, onClose }: { readonly officeName: string; readonly onClose: () => void }) {
  const [password, setPassword] = useState('');
  const [sheet, setSheet] = useState<string | null>(null);
  return (
    <Modal
      opened
      onClose={sheet === null ? onClose : () => {}}
      withCloseButton={sheet === null}
      title="恢复单"
    >
      {sheet !== null ? (
        <RecoverySheet code={sheet} officeName={officeName} onDone={onClose} />
      ) : (
        <KeyForm
          button="生成恢复单"
          doing="正在生成"
          onTry={async () => {
            const done = await keyDesk.newSheet(password);
            if (!done.ok) return done.problem;
            setSheet(done.sheet);
            return null;
          }}
        >
          <PasswordField label="您的口令" value={password} onChange={setPassword} hasFocus />
        </KeyForm>
      )}
    </Modal>
  );
}
