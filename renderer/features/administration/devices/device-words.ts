/** How a device is doing, for whoever answers for it at the county. */
import type { StateName } from '@renderer/components/palette';
import type { DeviceMessage } from '@shared/sync/account-messages';

export interface DeviceState {
  readonly tone: StateName;
  readonly text: string;
}

/** A township works days without a network; silence longer than this deserves a call. */
const silentMs = 14 * 24 * 3_600_000;

/** @param now instant in UTC */
export function deviceState({ state, lastSeenAt, unsentCount }: DeviceMessage, now: string): DeviceState {
  if (state === 'wiped') return { tone: 'quiet', text: '已清除' };
  if (state === 'draining') return { tone: 'soon', text: '停用中，等它交回' };
  if (lastSeenAt === null) return { tone: 'info', text: '还没联系过' };
  if (Date.parse(now) - Date.parse(lastSeenAt) > silentMs)
    return { tone: 'bad', text: (unsentCount ?? 0) > 0 ? '久未联系，有未上报' : '久未联系' };
  return { tone: 'good', text: '正常' };
}

/** What stopping a device means for what is still on it, before anybody confirms. */
export function drainText({ unsentCount, lastSeenAt }: DeviceMessage): string {
  const held =
    unsentCount === null
      ? '这台设备还没有报过未上报的条数。'
      : unsentCount === 0
        ? '最近一次联系时，它没有未上报的改动。'
        : `最近一次联系时，它还有 ${unsentCount} 条没有上报。`;
  const never = lastSeenAt === null ? '它还没有联系过县级。' : '';
  return `${never}${held}停用后，它下次联上网时先把未上报的改动交到“停用设备的改动”，由县级查看；交完自动清除本机数据，不再收发。`;
}

export const wipeText =
  '不再等它交回：下次联上网时直接清除本机数据，上面还没有上报的改动就没有了。只在设备丢失、被盗、确认没有未上报时使用。';
