import { passwordMinLength } from '@shared/sync/account-messages';

/** What is wrong with a new password typed twice; null = fine. The county has the last word. */
export function passwordProblem(next: string, again: string): string | null {
  if (next.length < passwordMinLength) return `新密码至少 ${passwordMinLength} 位。`;
  return next === again ? null : '两次填写的新密码不一样。';
}
