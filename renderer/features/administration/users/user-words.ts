/** What is said about accounts, and what may be done with them. */
import type { StateName } from '@renderer/components/palette';
import { type Role, roles } from '@shared/sync/access';
import type { UserMessage } from '@shared/sync/account-messages';

/** What each role is for, for whoever gives it. */
export const roleHints: Readonly<Record<Role, string>> = {
  clerk: '在所在范围内录入、导入、修改台账',
  lead: '与经办人相同，并负责审核',
  organizer: '管理所在范围的全部台账，处理冲突和移交，维护经办人账号和设备',
  auditor: '只看不改，身份证号和电话遮盖显示',
  administrator: '维护账号、设备和组织层级，不看党员等个人记录',
};

/** Organizers keep the accounts of those who work in townships; everything above is the administrator's. */
export const rolesToGive = (own: Role): readonly Role[] =>
  own === 'administrator' ? roles.codes : ['clerk', 'lead'];

export interface UserState {
  readonly tone: StateName;
  readonly text: string;
}

/** @param now instant in UTC */
export function userState({ isActive, lockedUntil, lastLoginAt }: UserMessage, now: string): UserState {
  if (!isActive) return { tone: 'quiet', text: '已停用' };
  if (lockedUntil !== null && lockedUntil > now) return { tone: 'soon', text: '暂时锁定' };
  return lastLoginAt === null ? { tone: 'info', text: '未登录过' } : { tone: 'good', text: '在用' };
}
