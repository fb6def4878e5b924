/** What can be wrong with the local password (本机口令), the recovery sheet (恢复单) and the key behind them. */
import { catalogue } from './problem';

interface Waiting {
  /** Seconds until the next try is taken; 0 = at once. */
  readonly seconds: number;
}
const nextTry = ({ seconds }: Waiting): string =>
  seconds > 0 ? `请 ${seconds} 秒后再试。` : '请核对后再试。';

export const keyProblems = catalogue('key', {
  wrongPassword: {
    severity: 'error',
    text: (waiting: Waiting) => `口令不对，注意大小写和输入法。${nextTry(waiting)}忘了口令请点“忘记口令”。`,
  },
  tooSoon: {
    severity: 'error',
    text: ({ seconds }: Waiting) => `连续输错，请 ${seconds} 秒后再试。台账没有改动。`,
  },
  mistypedCode: {
    severity: 'error',
    text: () => '恢复码或解锁码抄得不对：应是 30 个字母和数字。请逐组核对。',
  },
  wrongCode: {
    severity: 'error',
    text: () =>
      '这个码打不开本机的台账：可能是另一台电脑的，或者已经作废。恢复单请换最新的一张，解锁码请向县级重新要。',
  },
  requestNotKept: {
    severity: 'error',
    text: () => '求助没有记下来：可能磁盘已满。请腾出空间，返回后再打开这一页，再联系县级。',
  },
  requestNotSaved: {
    severity: 'error',
    text: () => '求助文件没有存成。请检查 U 盘是否已满或写保护，换一个位置再试。',
  },
  eraseNotConfirmed: {
    severity: 'error',
    text: ({ word }: { readonly word: string }) =>
      `没有清空：确实要清空，请在最后一格输入“${word}”；不清空请返回。`,
  },
  notErased: {
    severity: 'error',
    text: () => '没有清空完：可能别的窗口还开着台账。请关掉其他窗口再试一次，原来的口令仍然有效。',
  },
  nameMissing: { severity: 'error', text: () => '请填写姓名，修改记录里要写是谁改的。' },
  nameTaken: {
    severity: 'error',
    text: ({ name }: { readonly name: string }) => `使用人里已经有“${name}”，请加以区分。`,
  },
  passwordShort: {
    severity: 'error',
    text: ({ minLength }: { readonly minLength: number }) => `口令至少 ${minLength} 位。`,
  },
  passwordsDiffer: { severity: 'error', text: () => '两次填写的口令不一样，请重填。' },
  notYourself: { severity: 'error', text: () => '不能移除正在使用的人。请换另一个使用人解锁后再移除。' },
  guardLost: {
    severity: 'error',
    text: ({ by }: { readonly by: string }) =>
      `打不开本机保管的密钥（${by}）：可能换了系统账号、重装过系统，或清除过浏览器数据。请用原来的系统账号登录后重试；有备份的，可以清空后恢复。`,
  },
});
