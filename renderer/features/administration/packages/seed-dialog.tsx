import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { type Listed, useCountyList } from '@renderer/sync/status/use-county-list';
import {
  type DeviceMessage,
  devicesReply,
  orgUnitsReply,
  type UserMessage,
  usersReply,
} from '@shared/sync/account-messages';
import type { SeedReply, SeedRequest } from '@shared/sync/package-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { AskDialog } from '../list/ask-dialog';
import { useAct } from '../list/use-act';
import { placeOptions } from '../org-units/place-tree';
import { savePackage } from './save-package';

interface SeedDialogProps {
  readonly onMade: () => void;
  readonly onClose: () => void;
}

/** 首次数据包: for a computer that was never connected, or for one that is enrolled and has no network to read by. */
export function SeedDialog({ onMade, onClose }: SeedDialogProps) {
  const [made, setMade] = useState<SeedReply | null>(null);
  return made === null ? (
    <SeedForm
      onMade={(seed) => {
        setMade(seed);
        onMade();
      }}
      onClose={onClose}
    />
  ) : (
    <MadeDialog made={made} onClose={onClose} />
  );
}

const kinds = [
  { value: 'newDevice', label: '从没连过县级的电脑' },
  { value: 'device', label: '已经登记的设备' },
] as const;

interface SeedFormProps {
  readonly onMade: (seed: SeedReply) => void;
  readonly onClose: () => void;
}

function SeedForm({ onMade, onClose }: SeedFormProps) {
  const users = useCountyList('/administration/users', usersReply).listed;
  const [fields, setFields] = useState<Fields>(noFields);
  const change = (more: Partial<Fields>) => setFields((before) => ({ ...before, ...more }));
  const act = useAct();
  const request = requestOf(fields);
  const make = async () => {
    const seed = await act.act<SeedReply>('POST', '/administration/packages/seed', request, null);
    if (seed !== null) onMade(seed);
  };
  return (
    <AskDialog
      title="做首次数据包"
      confirm="制作"
      missing={request === null ? '请把每一项都填上。' : null}
      act={act}
      onConfirm={() => void make()}
      onClose={onClose}
    >
      <SegmentedControl
        data={[...kinds]}
        value={fields.kind}
        onChange={(value) => change({ kind: value === 'device' ? 'device' : 'newDevice' })}
      />
      {fields.kind === 'newDevice' ? (
        <NewDeviceFields fields={fields} onChange={change} />
      ) : (
        <KnownDeviceField fields={fields} onChange={change} />
      )}
      <Select
        label="给谁用"
        description="导入以后，这台电脑就以这个账号登录。"
        withAsterisk
        searchable
        data={itemsOf(users, userOptions)}
        value={fields.userId}
        onChange={(userId) => change({ userId })}
      />
    </AskDialog>
  );
}

interface Fields {
  readonly kind: 'newDevice' | 'device';
  readonly orgUnitId: string | null;
  readonly deviceName: string;
  readonly deviceId: string | null;
  readonly userId: string | null;
}
const noFields: Fields = { kind: 'newDevice', orgUnitId: null, deviceName: '', deviceId: null, userId: null };

interface FieldsProps {
  readonly fields: Fields;
  readonly onChange: (more: Partial<Fields>) => void;
}

function NewDeviceFields({ fields, onChange }: FieldsProps) {
  const places = useCountyList('/administration/org-units', orgUnitsReply).listed;
  return (
    <>
      <Select
        label="这台电脑属于"
        withAsterisk
        searchable
        data={itemsOf(places, placeOptions)}
        value={fields.orgUnitId}
        onChange={(orgUnitId) => onChange({ orgUnitId })}
      />
      <TextInput
        label="电脑名称"
        description="县里的设备清单上这样叫它。"
        withAsterisk
        maxLength={100}
        value={fields.deviceName}
        onChange={(event) => onChange({ deviceName: event.currentTarget.value })}
      />
    </>
  );
}

function KnownDeviceField({ fields, onChange }: FieldsProps) {
  const devices = useCountyList('/administration/devices', devicesReply).listed;
  return (
    <Select
      label="设备"
      withAsterisk
      searchable
      data={itemsOf(devices, deviceOptions)}
      value={fields.deviceId}
      onChange={(deviceId) => onChange({ deviceId })}
    />
  );
}

const deviceOptions = (devices: readonly DeviceMessage[]) =>
  devices
    .filter(({ state }) => state === 'active')
    .map(({ id, name, orgUnit }) => ({ value: id, label: `${orgUnit.name} · ${name}` }));

/** null = something is missing. */
function requestOf({ kind, orgUnitId, deviceId, userId, ...fields }: Fields): SeedRequest | null {
  const deviceName = fields.deviceName.trim();
  if (userId === null) return null;
  if (kind === 'device') return deviceId === null ? null : { to: 'device', deviceId, userId };
  return orgUnitId === null || deviceName === '' ? null : { to: 'newDevice', orgUnitId, deviceName, userId };
}

const itemsOf = <T, O>(listed: Listed<T>, options: (items: readonly T[]) => O[]): O[] =>
  listed.status === 'ready' ? options(listed.items) : [];

const userOptions = (users: readonly UserMessage[]) =>
  users
    .filter(({ isActive }) => isActive)
    .map(({ id, name, orgUnit }) => ({ value: id, label: `${name}（${orgUnit.name}）` }));

/** The code goes another way than the stick. */
function MadeDialog({ made, onClose }: { readonly made: SeedReply; readonly onClose: () => void }) {
  const [isSaved, setSaved] = useState(false);
  const save = async () => {
    if (await savePackage(made)) setSaved(true);
  };
  return (
    <Modal opened onClose={onClose} title="首次数据包已做好" size="md" closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{made.fileName}</Text>
        {made.code !== null && (
          <>
            <Text size="sm">开包码（只显示这一次，请用电话或当面告诉对方，不要和 U 盘放在一起）：</Text>
            <p className={classes['secret']}>{made.code}</p>
          </>
        )}
        {isSaved && (
          <Alert color="green" p="sm" role="status">
            已保存。对方在“同步”的“U盘交换”里导入。
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            完成
          </Button>
          <Button onClick={() => void save()}>{isSaved ? '再存一份' : '保存到 U 盘…'}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
