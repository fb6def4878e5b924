/** The screen while the register is locked: nothing of it is in memory. */
import { Button, Select, TextInput } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import {
  differs,
  KeyForm,
  NewPasswordFields,
  noPassword,
  PasswordField,
} from '@renderer/features/settings/safety/key-form';
import { keyDesk } from '@renderer/keys/current-desk';
import type { KeyFacts } from '@renderer/keys/key-state';
import { useState } from 'react';
import classes from './lock-page.module.css';

export function LockPage({ facts }: { readonly facts: KeyFacts }) {
  // The computer lost the key it guarded, and nobody has a password: only the sheet helps.
  const hasUsers = facts.users.length > 0;
  const [isRecovering, setRecovering] = useState(!hasUsers);
  return (
    <main className={classes['page']}>
      <section className={classes['card']} aria-labelledby="lock-title">
        <h1 id="lock-title" className={classes['title']}>
          <Icon name="lock" size={22} />
          两新台账已锁定
        </h1>
        {isRecovering ? (
          <RecoverForm facts={facts} onBack={hasUsers ? () => setRecovering(false) : null} />
        ) : (
          <UnlockForm facts={facts} onForgotten={() => setRecovering(true)} />
        )}
      </section>
    </main>
  );
}

interface UserChoiceProps {
  readonly facts: KeyFacts;
  readonly value: string;
  readonly onChange: (userId: string) => void;
}

function UserChoice({ facts, value, onChange }: UserChoiceProps) {
  const [only] = facts.users;
  if (facts.users.length === 1 && only) return <p className={classes['who']}>{only.name}</p>;
  return (
    <Select
      label="使用人"
      data={facts.users.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}

const firstChoice = (facts: KeyFacts): string => facts.lastUserId ?? facts.users[0]?.id ?? '';

function UnlockForm({ facts, onForgotten }: { readonly facts: KeyFacts; readonly onForgotten: () => void }) {
  const [userId, setUserId] = useState(firstChoice(facts));
  const [password, setPassword] = useState('');
  return (
    <KeyForm
      button="解锁"
      doing="正在核对口令"
      onTry={async () => {
        const done = await keyDesk.unlock(userId, password);
        return done.ok ? null : done.problem;
      }}
      aside={
        <Button variant="subtle" color="gray" onClick={onForgotten}>
          忘记口令
        </Button>
      }
    >
      <UserChoice facts={facts} value={userId} onChange={setUserId} />
      <PasswordField label="口令" value={password} onChange={setPassword} hasFocus />
    </KeyForm>
  );
}

function RecoverForm({ facts, onBack }: { readonly facts: KeyFacts; readonly onBack: (() => void) | null }) {
  const [userId, setUserId] = useState(firstChoice(facts));
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState(noPassword);
  if (facts.sheetMadeAt === null)
    return (
      <>
        <p>
          这台电脑没有打印过恢复单，忘了的口令谁也找不回来。请别的使用人解锁；都不行的，只能清空后从备份恢复或与县级同步。
        </p>
        {onBack && <Button onClick={onBack}>返回</Button>}
      </>
    );
  const who = facts.users.length > 0 ? { userId } : { name };
  return (
    <KeyForm
      button="换口令并解锁"
      doing="正在核对恢复码"
      onTry={async () => {
        const problem = differs(password);
        if (problem) return problem;
        const done = await keyDesk.recover(code, who, password.first);
        return done.ok ? null : done.problem;
      }}
      aside={
        onBack && (
          <Button variant="default" onClick={onBack}>
            返回
          </Button>
        )
      }
    >
      <p className={classes['text']}>
        照抄恢复单上的恢复码，再设一个新口令。恢复单打印于{' '}
        {new Date(facts.sheetMadeAt).toLocaleString('zh-CN', { hour12: false })}。
      </p>
      {facts.users.length > 0 ? (
        <UserChoice facts={facts} value={userId} onChange={setUserId} />
      ) : (
        <TextInput label="您的姓名" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      )}
      <TextInput
        label="恢复码"
        autoComplete="off"
        spellCheck={false}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <NewPasswordFields value={password} onChange={setPassword} />
    </KeyForm>
  );
}
