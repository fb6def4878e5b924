/** 校验备份: opens one as a restore would, and says in a sentence what was found. */
import type { RegisterStore } from '../register-store';
import type { BackupKeeper, ListedBackup } from './backup-keeper';
import { digestOfRegister } from './sealed-backup';

export interface Verification {
  readonly isGood: boolean;
  readonly text: string;
}

/** First digits of a digest: enough to compare two by eye. */
const shown = 8;

export async function verifyBackup(
  keeper: BackupKeeper,
  { name, head }: ListedBackup,
  register: RegisterStore,
): Promise<Verification> {
  if (head !== null && !keeper.isOwn(head))
    return {
      isGood: false,
      text: `这是另一台电脑（${head.deviceName}）的备份，要用那台电脑的本机口令或恢复单才能打开校验。`,
    };
  const opened = await keeper.open(name);
  if ('problem' in opened) return { isGood: false, text: opened.problem.text };
  const digest = opened.head.digest.slice(0, shown);
  const isPresent = digestOfRegister(register.snapshot()) === opened.head.digest;
  const compared = isPresent ? '与本机现在的数据一致' : '备份以后本机又有改动';
  return {
    isGood: true,
    text: `完好：能解密，${opened.backup.count} 条逐条读过，条数和摘要（${digest}）相符；${compared}。`,
  };
}
