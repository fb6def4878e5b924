/** 忘记口令: the sheet, or the county, and a new password. */

import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { formatInstant } from '@renderer/data/format-value';
import { differs, KeyForm, NewPasswordFields, noPassword } from '@renderer/features/settings/safety/key-form';
import { keyDesk } from '@renderer/keys/current-desk';
import type { KeyFacts } from '@renderer/keys/key-state';
import { type ReactNode, useState } from 'react';
import { AskCounty } from './ask-county';
import classes from './lock-page.module.css';
import { StartAnew } from './start-anew';
import { firstChoice, UserChoice } from './user-choice';

type Way = 'sheet' | 'county';

interface ForgottenProps {
  readonly facts: KeyFacts;
  /** null: nobody has a password to go back to. */
  readonly onBack: (() => void) | null;
  readonly onSheet: (sheet: string) => void;
}

export function Forgotten({ facts, onBack, onSheet }: ForgottenProps) {
  const { sheetMadeAt, county } = facts;
  const [isGivingUp, setGivingUp] = useState(false);
  const [way, setWay] = useState<Way>(sheetMadeAt === null ? 'county' : 'sheet');
  const back = onBack && (
    <Button variant="default" onClick={onBack}>
      返回
    </Button>
  );
  const ways = waysOf(facts);
  if (isGivingUp) return <StartAnew facts={facts} onBack={() => setGivingUp(false)} onSheet={onSheet} />;
  return (
    <div className={classes['ways']}>
      {ways.length === 0 && (
        <>
          <p className={classes['text']}>
            这台电脑没有打印过恢复单，忘了的口令谁也找不回来。请别的使用人解锁；都不行的，只能清空后从备份恢复或与县级同步。
          </p>
          {back}
        </>
      )}
      {ways.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label="怎样恢复"
          data={ways}
          value={way}
          onChange={(value) => setWay(value === 'county' ? 'county' : 'sheet')}
        />
      )}
      {way === 'sheet' && sheetMadeAt !== null && (
        <CodeForm key="sheet" facts={facts} label="恢复码" doing="正在核对恢复码" aside={back}>
          <p className={classes['text']}>
            照抄恢复单上的恢复码，再设一个新口令。恢复单打印于 {formatInstant(sheetMadeAt)}。
          </p>
        </CodeForm>
      )}
      {way === 'county' && county?.request && (
        <CodeForm key="county" facts={facts} label="县级告知的解锁码" doing="正在核对解锁码" aside={back}>
          <AskCounty countyName={county.countyName} request={county.request} />
        </CodeForm>
      )}
      <div>
        <Button variant="subtle" color="gray.8" size="compact-sm" onClick={() => setGivingUp(true)}>
          都不行，清空这台电脑重新开始…
        </Button>
      </div>
    </div>
  );
}

const waysOf = ({ sheetMadeAt, county }: KeyFacts) => [
  ...(sheetMadeAt === null ? [] : [{ value: 'sheet', label: '用恢复单' }]),
  ...(county?.request ? [{ value: 'county', label: '请县级协助恢复' }] : []),
];

interface CodeFormProps {
  readonly facts: KeyFacts;
  /** Of the field for the code. */
  readonly label: string;
  readonly doing: string;
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

function CodeForm({ facts, label, doing, aside, children }: CodeFormProps) {
  const [userId, setUserId] = useState(firstChoice(facts));
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState(noPassword);
  const hasUsers = facts.users.length > 0;
  return (
    <KeyForm
      button="换口令并解锁"
      doing={doing}
      onTry={async () => {
        const problem = differs(password);
        if (problem) return problem;
        const done = await keyDesk.recover(code, hasUsers ? { userId } : { name }, password.first);
        return done.ok ? null : done.problem;
      }}
      aside={aside}
    >
      {children}
      <TextInput
        label={label}
        autoComplete="off"
        spellCheck={false}
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {hasUsers ? (
        <UserChoice facts={facts} value={userId} onChange={setUserId} />
      ) : (
        <TextInput label="您的姓名" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      )}
      <NewPasswordFields value={password} onChange={setPassword} />
    </KeyForm>
  );
}
