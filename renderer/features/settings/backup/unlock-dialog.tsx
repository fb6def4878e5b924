/** A backup of another computer: it opens with what opened that computer's register. */

import { Modal, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import type { BackupHead } from '@renderer/data/backups/backup-head';
import { type FoundSealer, sealerByCode, sealerByPassword } from '@renderer/data/backups/foreign-key';
import { formatInstant } from '@renderer/data/format-value';
import type { Sealer } from '@renderer/keys/sealer';
import { useState } from 'react';
import { KeyForm, PasswordField } from '../safety/key-form';

interface UnlockDialogProps {
  readonly head: BackupHead;
  readonly onUnlocked: (sealer: Sealer) => void;
  readonly onCancel: () => void;
}

export function UnlockDialog({ head, onUnlocked, onCancel }: UnlockDialogProps) {
  const { users, recovery } = head.keyring;
  const [way, setWay] = useState(users.length > 0 ? 'password' : 'sheet');
  const take = (found: FoundSealer) => {
    if (!found.ok) return found.problem;
    onUnlocked(found.sealer);
    return null;
  };
  return (
    <Modal opened onClose={onCancel} title="打开另一台电脑的备份">
      <Text mb="sm">
        这份备份是“{head.officeName}”在“{head.deviceName}”上做的，共 {head.count}{' '}
        条。要用那台电脑的本机口令或恢复单打开；这台电脑自己的口令不变。
      </Text>
      {users.length > 0 && recovery !== null && (
        <SegmentedControl
          fullWidth
          mb="sm"
          value={way}
          onChange={setWay}
          data={[
            { value: 'password', label: '用口令' },
            { value: 'sheet', label: '用恢复单' },
          ]}
        />
      )}
      {way === 'password' ? (
        <ByPassword head={head} onTry={async (...tried) => take(await sealerByPassword(head, ...tried))} />
      ) : (
        <BySheet
          madeAt={recovery?.madeAt ?? ''}
          onTry={async (code) => take(await sealerByCode(head, code))}
        />
      )}
    </Modal>
  );
}

type Refusal = ReturnType<Parameters<typeof KeyForm>[0]['onTry']>;

interface ByPasswordProps {
  readonly head: BackupHead;
  readonly onTry: (userId: string, password: string) => Refusal;
}

function ByPassword({ head, onTry }: ByPasswordProps) {
  const { users, lastUserId } = head.keyring;
  const [userId, setUserId] = useState(lastUserId ?? users[0]?.id ?? '');
  const [password, setPassword] = useState('');
  return (
    <KeyForm button="打开备份" doing="正在核对口令" onTry={() => onTry(userId, password)}>
      <Select
        label="那台电脑的使用人"
        data={users.map(({ id, name }) => ({ value: id, label: name }))}
        value={userId}
        allowDeselect={false}
        onChange={(id) => id !== null && setUserId(id)}
      />
      <PasswordField label="做备份时的口令" value={password} onChange={setPassword} hasFocus />
    </KeyForm>
  );
}

interface BySheetProps {
  readonly madeAt: string;
  readonly onTry: (code: string) => Refusal;
}

function BySheet({ madeAt, onTry }: BySheetProps) {
  const [code, setCode] = useState('');
  return (
    <KeyForm button="打开备份" doing="正在核对恢复码" onTry={() => onTry(code)}>
      <TextInput
        label="恢复码"
        description={`恢复单打印于 ${formatInstant(madeAt)}`}
        autoComplete="off"
        spellCheck={false}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </KeyForm>
  );
}
