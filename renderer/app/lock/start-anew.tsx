/** 清空重来: the last way out, after two questions. What is lost stands there before the first. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import { countUnsent, eraseRegister } from '@renderer/data/erase-register';
import { localDatabase } from '@renderer/data/local-database';
import { differs, KeyForm, NewPasswordFields, noPassword } from '@renderer/features/settings/safety/key-form';
import { keyDesk } from '@renderer/keys/current-desk';
import type { KeyFacts } from '@renderer/keys/key-state';
import { platform } from '@renderer/platform/current-platform';
import { formatNumber } from '@shared/lib/format-number';
import { keyProblems } from '@shared/problems/key-problems';
import { useEffect, useState } from 'react';
import { closeRegister } from '../use-opened-register';
import classes from './lock-page.module.css';

/** What a person types to say that she means it. */
const word = '清空';

interface StartAnewProps {
  readonly facts: KeyFacts;
  readonly onBack: () => void;
  readonly onSheet: (sheet: string) => void;
}

export function StartAnew({ facts, onBack, onSheet }: StartAnewProps) {
  const [isUnderstood, setUnderstood] = useState(false);
  const [isDecided, setDecided] = useState(false);
  if (isDecided) return <EraseForm onBack={onBack} onSheet={onSheet} />;
  return (
    <div className={classes['ways']}>
      <NoticeBox tone="bad" title="清空后找不回来">
        这台电脑上的台账、修改日志、留存的原文件和全部口令都会删除。以前的备份还在，但要用当时的口令或恢复单才打得开。
      </NoticeBox>
      <UnsentLine isLinked={facts.county !== null} />
      <Checkbox
        label="别的使用人、恢复单、县级协助都试过了，知道这些会丢失"
        checked={isUnderstood}
        onChange={(event) => setUnderstood(event.currentTarget.checked)}
      />
      <div className={classes['foot']}>
        <Button variant="default" onClick={onBack}>
          返回
        </Button>
        <Button variant="default" disabled={!isUnderstood} onClick={() => setDecided(true)}>
          继续
        </Button>
      </div>
    </div>
  );
}

function UnsentLine({ isLinked }: { readonly isLinked: boolean }) {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    // Not readable at all: then the sentence without a number is as true.
    closeRegister()
      .then(() => countUnsent(localDatabase))
      .then(setCount, () => {});
  }, []);
  const many = count === null ? '' : `${formatNumber(count)} 条`;
  return (
    <p className={classes['text']}>
      {count === 0
        ? '没有等着上报的修改。清空后重新登记，县级已有的记录会再传回来。'
        : isLinked
          ? `有${many}记录的修改还没有上报县级，会一起丢失；县级已有的记录，重新登记后会再传回来。`
          : `这台电脑没有连接县级，${many}记录只在这里，会全部丢失。`}
    </p>
  );
}

async function eraseComputer(): Promise<void> {
  await closeRegister();
  await eraseRegister(localDatabase);
  await (await platform.openJournal())?.beginAnew();
  await platform.removeKeptFiles();
}

function EraseForm({ onBack, onSheet }: Pick<StartAnewProps, 'onBack' | 'onSheet'>) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState(noPassword);
  const [typed, setTyped] = useState('');
  const erase = async () => {
    if (typed.trim() !== word) return keyProblems.eraseNotConfirmed({ word });
    const problem = differs(password);
    if (problem) return problem;
    try {
      const done = await keyDesk.startAnew(eraseComputer, name, password.first);
      if (!done.ok) return done.problem;
      onSheet(done.sheet);
      return null;
    } catch {
      return keyProblems.notErased({});
    }
  };
  return (
    <KeyForm
      button="清空并重新开始"
      doing="正在清空"
      onTry={erase}
      aside={
        <Button variant="default" onClick={onBack}>
          返回
        </Button>
      }
    >
      <TextInput label="您的姓名" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <NewPasswordFields value={password} onChange={setPassword} />
      <TextInput
        label={`确实要清空，请输入“${word}”两个字`}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </KeyForm>
  );
}
