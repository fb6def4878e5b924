import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { NoticeBox } from '@renderer/components/notice-box';
import { TablePanel } from '@renderer/components/table-panel';
import { useInsightSource } from '@renderer/data/insights/react';
import { useRegister } from '@renderer/data/react';
import { useSyncStatus } from '@renderer/sync/status/react';
import { type Listed, useCountyList } from '@renderer/sync/status/use-county-list';
import { chinaDayOf, daysBetween } from '@shared/lib/day';
import { type DeviceMessage, devicesReply } from '@shared/sync/account-messages';
import classes from '../page/boards.module.css';

/** Whoever has not been heard of for a working week may be working on old numbers. */
export const silentDays = 5;

export const useDevices = (): Listed<DeviceMessage> =>
  useCountyList('/administration/devices', devicesReply, useInsightSource()).listed;

export interface SilentDevice {
  readonly device: DeviceMessage;
  /** null = never heard of. */
  readonly days: number | null;
}

/** Longest silent first. */
export const silentAmong = (items: readonly DeviceMessage[], today: string): SilentDevice[] =>
  items
    .filter((device) => device.state === 'active')
    .map((device) => {
      const last = device.lastSeenAt;
      return { device, days: last === null ? null : daysBetween(chinaDayOf(last), today) };
    })
    .filter(({ days }) => days === null || days >= silentDays)
    .sort((a, b) => (b.days ?? 1e6) - (a.days ?? 1e6));

const daysText = ({ days }: SilentDevice): string => (days === null ? '从未' : `${days} 天`);
const unsentText = ({ device }: SilentDevice): string =>
  device.unsentCount === null ? '—' : `${device.unsentCount} 处`;

function SilentRows({ silent }: { readonly silent: readonly SilentDevice[] }) {
  if (silent.length === 0)
    return (
      <EmptyState icon="saved" title="各单位都在同步" hint={`${silentDays} 天内每台设备都联系过县级。`} />
    );
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">设备</th>
          <th scope="col" data-align="right">
            未联系
          </th>
          <th scope="col" data-align="right">
            未上报
          </th>
        </tr>
      </thead>
      <tbody>
        {silent.map((one) => (
          <tr key={one.device.id}>
            <th scope="row">{one.device.orgUnit.name}</th>
            <td>{one.device.name}</td>
            <td data-align="right">{daysText(one)}</td>
            <td data-align="right">{unsentText(one)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SilentPanel() {
  const devices = useDevices();
  const today = chinaDayOf(useRegister().now());
  const silent = devices.status === 'ready' ? silentAmong(devices.items, today) : null;
  const table = {
    columns: ['单位', '设备', '未联系', '未上报'],
    rows: (silent ?? []).map((one) => ({
      key: one.device.id,
      name: one.device.orgUnit.name,
      cells: [one.device.name, daysText(one), unsentText(one)].map((text) => ({ text })),
    })),
  };
  return (
    <TablePanel
      title="多日未同步"
      note={`${silentDays} 天以上没有联系县级的设备`}
      table={table.rows.length > 0 ? table : null}
    >
      <div className={classes['scroll']}>
        {devices.status === 'loading' && <LoadingScreen doing="正在取设备清单…" />}
        {devices.status === 'failed' && <NoticeBox tone="bad">{devices.problem.text}</NoticeBox>}
        {silent && <SilentRows silent={silent} />}
      </div>
    </TablePanel>
  );
}

/** Only the county knows who has not been heard of; nothing is shown where it does not answer. */
export function useMaySeeDevices(): boolean {
  const { kind } = useInsightSource();
  const { me } = useSyncStatus();
  return kind === 'county' && me?.role === 'organizer';
}

export function SilentDevices() {
  if (!useMaySeeDevices()) return null;
  return (
    <div className={classes['third']}>
      <SilentPanel />
    </div>
  );
}
