/** 设置本机口令: name and password, then the recovery sheet at once. */
import { Modal, TextInput } from '@mantine/core';
import { keyDesk } from '@renderer/keys/current-desk';
import { useState } from 'react';
import { differs, KeyForm, NewPasswordFields, noPassword } from './key-form';
import { RecoverySheet } from './recovery-sheet';

interface ProtectFormProps {
  readonly suggestedName: string;
  readonly onSheet: (code: string) => void;
}

export function ProtectForm({ suggestedName, onSheet }: ProtectFormProps) {
  const [name, setName] = useState(suggestedName);
  const [password, setPassword] = useState(noPassword);
  return (
    <KeyForm
      button="设置口令"
      doing="正在设置口令"
      onTry={async () => {
        const problem = differs(password);
        if (problem) return problem;
        const done = await keyDesk.protect(name, password.first);
        if (!done.ok) return done.problem;
        onSheet(done.sheet);
        return null;
      }}
    >
      <TextInput
        label="您的姓名"
        description="写进修改记录，以后锁定画面上也选这个名字。"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPasswordFields value={password} onChange={setPassword} />
    </KeyForm>
  );
}

interface ProtectDialogProps {
  readonly isOpen: boolean;
  readonly suggestedName: string;
  readonly officeName: string;
  readonly onClose: () => void;
}

export function ProtectDialog({ isOpen, suggestedName, officeName, onClose }: ProtectDialogProps) {
  const [sheet, setSheet] = useState<string | null>(null);
  const close = () => {
    setSheet(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      // The sheet is shown only once: a click beside it must not take it away.
      onClose={sheet === null ? close : () => {}}
      withCloseButton={sheet === null}
      title={sheet === null ? '设置本机口令' : '恢复单'}
    >
      {sheet === null ? (
        <ProtectForm suggestedName={suggestedName} onSheet={setSheet} />
      ) : (
        <RecoverySheet code={sheet} officeName={officeName} onDone={close} />
      )}
    </Modal>
  );
}
