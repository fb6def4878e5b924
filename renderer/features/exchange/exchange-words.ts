/** The state of the exchange in plain words. Nothing here is alarming that lets a clerk go on working. */
import { formatInstant } from '@renderer/data/format-value';
import type { Agreement, SyncStatus } from '@renderer/sync/status/sync-status';
import { chinaDayOf } from '@shared/lib/day';
import { formatNumber } from '@shared/lib/format-number';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';

export type NextStep = 'connect' | 'login' | 'places' | 'sync' | null;

export interface Headline {
  readonly tone: 'good' | 'quiet' | 'soon' | 'bad';
  readonly title: string;
  readonly text: string;
  /** What a person would do about it; null = nothing. */
  readonly step: NextStep;
}

const waitingText = (unsentCount: number): string =>
  unsentCount === 0 ? '没有等待上报的改动。' : `${formatNumber(unsentCount)} 处改动保存在本机，等待上报。`;

/** Asked for, but not answered yet: neither online nor a reason to say offline. */
const isConnecting = ({ link, activity }: Pick<SyncStatus, 'link' | 'activity'>): boolean =>
  link === 'offline' && activity !== 'idle';

/** ROLE-5: nothing is exchanged before. */
const isAskedForPassword = ({ me, link }: Pick<SyncStatus, 'me' | 'link'>): boolean =>
  me?.mustChangePassword === true && link !== 'loggedOut';

const passwordHeadline = (waiting: string): Headline => ({
  tone: 'soon',
  title: '请先换成自己的密码',
  text: `换好以后自动上报和接收。${waiting}`,
  step: null,
});

export function headlineOf(status: SyncStatus): Headline {
  const waiting = waitingText(status.unsentCount);
  if (isAskedForPassword(status)) return passwordHeadline(waiting);
  if (isConnecting(status)) return activeHeadline(status, waiting);
  switch (status.link) {
    case 'alone':
      return {
        tone: 'quiet',
        title: '未连接县级',
        text: '台账只在这台电脑上，全部功能照常用。连接县级服务器以后，改动自动上报，县里的也自动收到。',
        step: 'connect',
      };
    case 'loggedOut':
      return {
        tone: 'soon',
        title: '还没有登录',
        text: `可以照常工作，登录以后自动上报。${waiting}`,
        step: 'login',
      };
    case 'offline':
      return offlineHeadline(status, waiting);
    case 'draining':
      return {
        tone: 'bad',
        title: '县级已停用这台设备',
        text: `还没有上报的改动会先交给县级保管，然后清除本机数据。${waiting}请联系县级管理员。`,
        step: null,
      };
    case 'wiped':
      return {
        tone: 'bad',
        title: '这台设备已停用',
        text: '本机数据已经清除。需要继续使用，请向县级管理员要一个新的登记码。',
        step: 'connect',
      };
    case 'online':
      return activeHeadline(status, waiting);
  }
}

/** A computer that began with a package was never told where its county is (SPEC, PACKAGE-9). */
function offlineHeadline({ serverUrl }: SyncStatus, waiting: string): Headline {
  if (serverUrl === null)
    return {
      tone: 'quiet',
      title: '用 U 盘与县级交换',
      text: `这台电脑不连县级网络，改动用上报包带去，县里的用回执包带回。${waiting}`,
      step: null,
    };
  return {
    tone: 'quiet',
    title: '离线，可以照常工作',
    text: `现在连不上县级，网络恢复后自动上报，不用守着。${waiting}`,
    step: 'sync',
  };
}

/** What nobody but a person can answer comes before everything that goes well. */
function questionHeadline({ problem, removal }: SyncStatus, waiting: string): Headline | null {
  if (problem?.code === 'sync.placesToMatch')
    return {
      tone: 'soon',
      title: '等您核对组织层级',
      text: `本机台账是单独建的，对应关系确认以后才开始上报。${waiting}`,
      step: 'places',
    };
  if (removal !== null)
    return {
      tone: 'soon',
      title: '有记录等您核实',
      text: `其余的照常上报和接收。${waiting}`,
      step: 'sync',
    };
  return null;
}

function activeHeadline(status: SyncStatus, waiting: string): Headline {
  const { activity, progress, unsentCount } = status;
  const question = questionHeadline(status, waiting);
  if (question !== null) return question;
  if (progress !== null && activity === 'idle')
    return {
      tone: 'soon',
      title: '已暂停接收',
      text: '收到的都保留着，继续时从停下的地方接着收。',
      step: 'sync',
    };
  if (progress !== null)
    return {
      tone: 'good',
      title: '正在接收县级的台账',
      text: '可以先做别的；中途断网、关机都不要紧，会接着收。',
      step: null,
    };
  const doing = {
    idle: unsentCount === 0 ? '已与县级同步' : '已连上县级',
    pushing: '正在上报',
    pulling: '正在接收',
    checking: '正在与县级核对',
  }[activity];
  const text = unsentCount === 0 ? '本机的改动县级都已收到。' : waiting;
  return { tone: 'good', title: doing, text, step: 'sync' };
}

/** For the line in the bar of every page: 在线 · 未上报 3 条. */
export function lineOf(status: SyncStatus): string {
  const { link, unsentCount, progress } = status;
  if (isAskedForPassword(status)) return '请先改密码';
  if (isConnecting(status)) return progress === null ? '正在连接' : progressText(progress);
  const state = {
    alone: '未连接县级',
    loggedOut: '未登录',
    offline: '离线',
    online: '在线',
    draining: '设备停用中',
    wiped: '设备已停用',
  }[link];
  if (link === 'alone' || link === 'wiped') return state;
  if (link === 'online' && progress !== null) return `${state} · ${progressText(progress)}`;
  return unsentCount === 0 ? state : `${state} · 未上报 ${formatNumber(unsentCount)} 条`;
}

/** The county answers: what is being received shows it before the first exchange is over. */
export const isReached = (status: Pick<SyncStatus, 'link' | 'activity' | 'progress'>): boolean =>
  status.link === 'online' || (isConnecting(status) && status.progress !== null);

/** 正在接收 1,200 / 12,408 条. */
export const progressText = ({ done, total }: NonNullable<SyncStatus['progress']>): string =>
  total === null
    ? `已接收 ${formatNumber(done)} 条`
    : `已接收 ${formatNumber(done)} / ${formatNumber(total)} 条`;

/** Today a time is enough. @param now instant in UTC */
export function whenText(instant: string, now: string): string {
  const text = formatInstant(instant);
  return chinaDayOf(instant) === chinaDayOf(now) ? text.slice(11) : text;
}

/** 本机与县级一致：12,408 条，摘要 9f3a12bc…，10:42. @param now instant in UTC */
export function agreementText({ isAgreed, count: agreed, digest, at }: Agreement, now: string): string {
  const when = whenText(at, now);
  return isAgreed
    ? `本机与县级一致：${formatNumber(agreed)} 条，摘要 ${shortDigest(digest)}，${when}`
    : `本机与县级还不一致（${when} 核对），程序正在逐条找出差别并补齐。`;
}

export const shortDigest = (digest: string): string =>
  digest.length > 8 ? `${digest.slice(0, 8)}…` : digest;

/** SKEW-4: a difference worth telling. */
const clockToleranceMs = 5 * 60_000;

/** null while the clock is right or not known. */
export function clockProblem({ clockAheadMs }: Pick<SyncStatus, 'clockAheadMs'>): Problem | null {
  if (clockAheadMs === null || Math.abs(clockAheadMs) <= clockToleranceMs) return null;
  return syncProblems.clockDiffers({ minutes: Math.round(Math.abs(clockAheadMs) / 60_000) });
}
