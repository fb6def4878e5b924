import {
  agreementText,
  clockProblem,
  headlineOf,
  isReached,
  lineOf,
  progressText,
  whenText,
} from '@renderer/features/exchange/exchange-words';
import type { Agreement, SyncStatus } from '@renderer/sync/status/sync-status';
import { syncProblems } from '@shared/problems/sync-problems';
import { describe, expect, it } from 'vitest';

const status: SyncStatus = {
  link: 'online',
  activity: 'idle',
  progress: null,
  partial: null,
  serverUrl: 'https://county.example',
  me: null,
  unsentCount: 0,
  unreadableCount: 0,
  lastContactAt: null,
  lastPushAt: null,
  lastPushCount: 0,
  lastPullAt: null,
  lastPullCount: 0,
  nextTryAt: null,
  problem: null,
  agreement: null,
  clockAheadMs: null,
  removal: null,
  packages: null,
};
const place = { id: 't', name: '青溪镇', level: 'township' } as const;
const clerk: NonNullable<SyncStatus['me']> = {
  userId: 'u',
  userName: 'clerk',
  name: '李晓',
  role: 'clerk',
  orgUnit: place,
  county: { ...place, level: 'county' },
  device: { id: 'd', name: '测试机', orgUnit: place, state: 'active' },
  mustChangePassword: false,
};
const links = ['alone', 'loggedOut', 'offline', 'online', 'draining', 'wiped'] as const;

describe('the state in words', () => {
  it('never uses words of the machine room', () => {
    const activities = ['idle', 'pushing', 'pulling', 'checking'] as const;
    for (const link of links)
      for (const activity of activities)
        for (const progress of [null, { done: 3, total: null }])
          for (const unsentCount of [0, 12]) {
            const one = { ...status, link, activity, progress, unsentCount };
            const { title, text } = headlineOf(one);
            expect(`${title}${text}${lineOf(one)}`).not.toMatch(/[A-Za-z]|令牌|推送|拉取/);
            expect(title).not.toBe('');
          }
  });

  it('says offline that work goes on and how much waits', () => {
    const offline = headlineOf({ ...status, link: 'offline', unsentCount: 1200 });
    expect(offline.title).toContain('可以照常工作');
    expect(offline.text).toContain('1,200 处改动保存在本机');
    expect(lineOf({ ...status, link: 'offline', unsentCount: 3 })).toBe('离线 · 未上报 3 条');
  });

  it('[ROLE-5] asks for a new password before it says anything else', () => {
    const me = { ...clerk, mustChangePassword: true };
    const asked = { ...status, link: 'offline', me, unsentCount: 2 } as const;
    expect(lineOf(asked)).toBe('请先改密码');
    expect(headlineOf(asked)).toMatchObject({ title: '请先换成自己的密码', step: null });
    expect(headlineOf(asked).text).toContain('2 处改动保存在本机');
    expect(lineOf({ ...asked, link: 'loggedOut' })).toBe('未登录 · 未上报 2 条');
  });

  it('does not call it offline while the county is being asked for the first time', () => {
    const asking = { ...status, link: 'offline', activity: 'pulling' } as const;
    expect(lineOf(asking)).toBe('正在连接');
    expect(isReached(asking)).toBe(false);
    expect(isReached({ ...asking, progress: { done: 7, total: null } })).toBe(true);
    expect(lineOf({ ...asking, progress: { done: 7, total: null } })).toBe('已接收 7 条');
    expect(headlineOf(asking).title).toBe('正在接收');
  });

  it('offers the one step that leads on', () => {
    const stepOf = (link: SyncStatus['link']) => headlineOf({ ...status, link }).step;
    expect(links.map(stepOf)).toEqual(['connect', 'login', 'sync', 'sync', null, 'connect']);
  });

  it('puts what only a person can answer before what goes well', () => {
    const removal = { count: 62, total: 65, labels: [] };
    expect(headlineOf({ ...status, removal }).title).toBe('有记录等您核实');
    const problem = syncProblems.placesToMatch({});
    expect(headlineOf({ ...status, problem })).toMatchObject({ step: 'places', tone: 'soon' });
  });

  it('counts nothing as unsent on a computer that works alone', () => {
    expect(lineOf({ ...status, link: 'alone', unsentCount: 500 })).toBe('未连接县级');
  });

  it('tells a paused first sync from one that runs', () => {
    const progress = { done: 1200, total: 12408 };
    expect(headlineOf({ ...status, progress, activity: 'pulling' }).title).toBe('正在接收县级的台账');
    expect(headlineOf({ ...status, progress }).title).toBe('已暂停接收');
    expect(progressText(progress)).toBe('已接收 1,200 / 12,408 条');
    expect(progressText({ done: 7, total: null })).toBe('已接收 7 条');
  });
});

describe('the agreement line', () => {
  const agreement: Agreement = {
    at: '2026-03-10T02:42:00.000Z',
    isAgreed: true,
    through: 90_210,
    count: 12_408,
    digest: '9f3a12bc77aa',
    collections: [],
  };

  it('[AGREE-2] carries count, digest and time', () => {
    expect(agreementText(agreement, '2026-03-10T05:00:00.000Z')).toBe(
      '本机与县级一致：12,408 条，摘要 9f3a12bc…，10:42',
    );
  });

  it('carries the day when it is not today’s, by China’s calendar', () => {
    expect(agreementText(agreement, '2026-03-10T17:00:00.000Z')).toContain('2026-03-10 10:42');
    expect(whenText('2026-03-09T17:00:00.000Z', '2026-03-10T05:00:00.000Z')).toBe('01:00');
  });

  it('does not claim agreement where there is none', () => {
    const text = agreementText({ ...agreement, isAgreed: false }, agreement.at);
    expect(text).toContain('还不一致');
  });
});

it('[SKEW-4] tells of a clock more than five minutes off, either way', () => {
  expect(clockProblem({ clockAheadMs: 5 * 60_000 })).toBeNull();
  expect(clockProblem({ clockAheadMs: null })).toBeNull();
  expect(clockProblem({ clockAheadMs: -12 * 60_000 })?.text).toContain('12 分钟');
});
