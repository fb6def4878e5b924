/** The first start where nothing on the computer keeps a key safely: a password comes first, and why. */
import { ProtectForm } from '@renderer/features/settings/safety/protect-dialog';
import { RecoverySheet } from '@renderer/features/settings/safety/recovery-sheet';
import classes from './lock-page.module.css';

interface FirstPasswordPageProps {
  /** What the system offered instead of a key store. */
  readonly offered: string;
  /** The code to print, once the password is set; the register opens behind it when it was kept. */
  readonly sheet: string | null;
  readonly onSheet: (sheet: string) => void;
  readonly onDone: () => void;
}

export function FirstPasswordPage({ offered, sheet, onSheet, onDone }: FirstPasswordPageProps) {
  return (
    <main className={classes['page']}>
      <section className={classes['card']} aria-labelledby="first-title">
        <h1 id="first-title" className={classes['title']}>
          {sheet === null ? '先设一个本机口令' : '恢复单'}
        </h1>
        {sheet === null ? (
          <>
            <p className={classes['text']}>
              这台电脑没有可用的系统钥匙串（{offered}
              ），密钥没有地方放，台账要靠口令加密。也可以请管理员装好并解锁 gnome-keyring 或
              KWallet，再重新打开。
            </p>
            <ProtectForm suggestedName="" onSheet={onSheet} />
          </>
        ) : (
          <RecoverySheet code={sheet} officeName="" onDone={onDone} />
        )}
      </section>
    </main>
  );
}
