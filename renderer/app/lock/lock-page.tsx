/** The screen while the register is locked: nothing of it is in memory. */
import { Button } from '@mantine/core';
import { Icon } from '@renderer/components/icons';
import { KeyForm, PasswordField } from '@renderer/features/settings/safety/key-form';
import { keyDesk } from '@renderer/keys/current-desk';
import type { KeyFacts } from '@renderer/keys/key-state';
import { useState } from 'react';
import { Forgotten } from './forgotten';
import classes from './lock-page.module.css';
import { firstChoice, UserChoice } from './user-choice';

interface LockPageProps {
  readonly facts: KeyFacts;
  /** The computer was emptied and begins with a new sheet, to be printed. */
  readonly onSheet: (sheet: string) => void;
}

export function LockPage({ facts, onSheet }: LockPageProps) {
  // The computer lost the key it guarded, and nobody has a password: only the sheet or the county helps.
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
          <Forgotten facts={facts} onBack={hasUsers ? () => setRecovering(false) : null} onSheet={onSheet} />
        ) : (
          <UnlockForm facts={facts} onForgotten={() => setRecovering(true)} />
        )}
      </section>
    </main>
  );
}

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
