/** 多日未同步: who is told, and in which order. */
import { silentAmong, silentDays } from '@renderer/features/boards/overview/silent-devices';
import { addDays } from '@shared/lib/day';
import type { DeviceMessage } from '@shared/sync/account-messages';
import { expect, it } from 'vitest';

const today = '2026-03-02';

const device = (id: string, more: Partial<DeviceMessage>): DeviceMessage => ({
  id,
  name: `${id}电脑`,
  orgUnit: { id: 'town', name: '柳河乡', level: 'township' },
  state: 'active',
  enrolledAt: '2026-01-05T01:00:00.000Z',
  lastSeenAt: null,
  lastUserName: null,
  lastPushAt: null,
  lastPushCount: null,
  pulledThrough: null,
  unsentCount: null,
  lastAgreedAt: null,
  ...more,
});
/** In the morning, in China. */
const seen = (daysAgo: number): string => `${addDays(today, -daysAgo)}T01:00:00.000Z`;

it('tells devices from the fifth day on, the longest silent first, those never heard of before all', () => {
  const found = silentAmong(
    [
      device('recent', { lastSeenAt: seen(silentDays - 1) }),
      device('five', { lastSeenAt: seen(silentDays) }),
      device('month', { lastSeenAt: seen(30) }),
      device('never', {}),
    ],
    today,
  );
  expect(found.map(({ device: { id }, days }) => [id, days])).toEqual([
    ['never', null],
    ['month', 30],
    ['five', 5],
  ]);
});

it('counts by the calendar of the office: an evening in UTC is the next morning there', () => {
  const evening = `${addDays(today, -silentDays)}T16:30:00.000Z`;
  expect(silentAmong([device('late', { lastSeenAt: evening })], today)).toEqual([]);
});

it('says nothing about devices the county has stopped', () => {
  const stopped = (['draining', 'wiped'] as const).map((state) => device(state, { state }));
  expect(silentAmong(stopped, today)).toEqual([]);
});
