import { Button, Group, Text } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { NoticeBox } from '@renderer/components/notice-box';
import { useRegister } from '@renderer/data/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { formatNumber } from '@shared/lib/format-number';
import { type DeviceMessage, devicesReply } from '@shared/sync/account-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { AskDialog } from '../list/ask-dialog';
import { ListSection } from '../list/list-section';
import { StateBadge } from '../list/state-badge';
import { useAct } from '../list/use-act';
import { shortWhen } from '../list/when-text';
import { deviceState, drainText, wipeText } from './device-words';
import { HelpDialog } from './help-dialog';

type Open = { readonly to: 'draining' | 'wiped'; readonly device: DeviceMessage } | null;

/** 设备: which computers hold the register, what each last sent and saw, and how to take one out of use. */
export function DevicesSection({ ownDeviceId }: { readonly ownDeviceId: string | null }) {
  const list = useCountyList('/administration/devices', devicesReply);
  const [open, setOpen] = useState<Open>(null);
  const [isHelping, setHelping] = useState(false);
  return (
    <>
      <ListSection
        title="设备"
        intro="凭登记码登记过的电脑。停用时先让它交回未上报的改动，再清除本机数据。"
        action={
          <Button variant="default" onClick={() => setHelping(true)}>
            协助解锁…
          </Button>
        }
        list={list}
        empty={
          <EmptyState
            icon="online"
            title="还没有设备"
            hint="到“登记码”发一个，在乡镇的电脑上填进去就登记好了。"
          />
        }
      >
        {(devices) => <DeviceTable devices={devices} ownDeviceId={ownDeviceId} onOpen={setOpen} />}
      </ListSection>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
      {open !== null && (
        <RevokeDialog
          device={open.device}
          to={open.to}
          isOwn={open.device.id === ownDeviceId}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            list.reload();
          }}
        />
      )}
    </>
  );
}

interface DeviceTableProps {
  readonly devices: readonly DeviceMessage[];
  readonly ownDeviceId: string | null;
  readonly onOpen: (open: Open) => void;
}

const sentText = ({ lastPushAt, lastPushCount }: DeviceMessage, now: string): string =>
  lastPushAt === null ? '从未' : `${shortWhen(lastPushAt, now)}，${lastPushCount ?? 0} 条`;
const seenText = ({ pulledThrough }: DeviceMessage): string =>
  pulledThrough === null ? '还没有' : `第 ${formatNumber(pulledThrough)} 号`;

function DeviceTable({ devices, ownDeviceId, onOpen }: DeviceTableProps) {
  const now = useRegister().now();
  return (
    <table className={classes['table']} aria-label="设备">
      <thead>
        <tr>
          {['设备', '登记在', '状态', '最近联系', '最近上报', '收到', '未上报', '核对一致', '操作'].map(
            (label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => {
          const { tone, text } = deviceState(device, now);
          return (
            <tr key={device.id} data-off={device.state === 'wiped' || undefined}>
              <th scope="row">
                {device.name}
                {device.id === ownDeviceId && '（本机）'}
                {device.lastUserName !== null && (
                  <div className={classes['quiet']}>{device.lastUserName}</div>
                )}
              </th>
              <td>{device.orgUnit.name}</td>
              <td>
                <StateBadge state={tone}>{text}</StateBadge>
              </td>
              <td className={classes['narrow']}>{shortWhen(device.lastSeenAt, now)}</td>
              <td className={classes['narrow']}>{sentText(device, now)}</td>
              <td className={classes['narrow']}>{seenText(device)}</td>
              <td data-number>{device.unsentCount ?? '—'}</td>
              <td className={classes['narrow']}>{shortWhen(device.lastAgreedAt, now)}</td>
              <td>
                <DeviceActions device={device} onOpen={onOpen} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function DeviceActions({
  device,
  onOpen,
}: {
  readonly device: DeviceMessage;
  readonly onOpen: (open: Open) => void;
}) {
  if (device.state === 'wiped') return null;
  const isDraining = device.state === 'draining';
  const label = isDraining ? '直接清除' : '停用';
  return (
    <Group gap={4} wrap="nowrap">
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray.8"
        aria-label={`${label}：${device.name}`}
        onClick={() => onOpen({ to: isDraining ? 'wiped' : 'draining', device })}
      >
        {label}
      </Button>
    </Group>
  );
}

interface RevokeDialogProps {
  readonly device: DeviceMessage;
  readonly to: 'draining' | 'wiped';
  readonly isOwn: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function RevokeDialog({ device, to, isOwn, onClose, onDone }: RevokeDialogProps) {
  const act = useAct();
  const verb = to === 'draining' ? '停用' : '直接清除';
  const revoke = async () => {
    const done = `已${verb}${device.name}`;
    if ((await act.act('POST', `/administration/devices/${device.id}/revoke`, { to }, done)) !== null)
      onDone();
  };
  return (
    <AskDialog
      title={`${verb}设备：${device.name}`}
      confirm={verb}
      missing={null}
      act={act}
      onConfirm={() => void revoke()}
      onClose={onClose}
    >
      {isOwn && <NoticeBox tone="soon">这就是您正在用的这台电脑。</NoticeBox>}
      <Text size="sm">{to === 'draining' ? drainText(device) : wipeText}</Text>
    </AskDialog>
  );
}
