import { Select, Text, TextInput } from '@mantine/core';
import { cleanText } from '@shared/lib/text';
import { type Role, roles } from '@shared/sync/access';
import type { OrgUnitMessage, UserMessage } from '@shared/sync/account-messages';
import { useState } from 'react';
import { AskDialog } from '../list/ask-dialog';
import { useAct } from '../list/use-act';
import { placeOptions } from '../org-units/place-tree';
import { GivenPassword } from './given-password';
import { newInitialPassword } from './initial-password';
import { roleHints } from './user-words';

interface DialogProps {
  readonly onClose: () => void;
  /** Something changed at the county: ask for the list again. */
  readonly onDone: () => void;
}
interface GivingProps {
  readonly places: readonly OrgUnitMessage[];
  readonly rolesToGive: readonly Role[];
}

const path = '/administration/users';

interface UserDraft {
  readonly name: string;
  readonly role: Role;
  readonly orgUnitId: string | null;
}

const draftProblem = ({ name, orgUnitId }: UserDraft): string | null =>
  cleanText(name) === null ? '请填写姓名。' : orgUnitId === null ? '请选择所在单位。' : null;

interface UserFieldsProps extends GivingProps {
  readonly draft: UserDraft;
  readonly onChange: (draft: UserDraft) => void;
}

function UserFields({ draft, onChange, places, rolesToGive }: UserFieldsProps) {
  return (
    <>
      <TextInput
        label="姓名"
        withAsterisk
        data-autofocus
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <Select
        label="角色"
        description={roleHints[draft.role]}
        withAsterisk
        allowDeselect={false}
        data={rolesToGive.map((value) => ({ value, label: roles.labels[value] }))}
        value={draft.role}
        onChange={(value) => {
          const role = rolesToGive.find((one) => one === value);
          if (role !== undefined) onChange({ ...draft, role });
        }}
      />
      <Select
        label="所在"
        description="能看到和修改的范围：这一级和它下面的全部。"
        withAsterisk
        allowDeselect={false}
        searchable
        nothingFoundMessage="没有这个地方"
        data={placeOptions(places)}
        value={draft.orgUnitId}
        onChange={(orgUnitId) => onChange({ ...draft, orgUnitId })}
      />
    </>
  );
}

export function CreateUserDialog({ onClose, onDone, ...giving }: DialogProps & GivingProps) {
  const [draft, setDraft] = useState<UserDraft>({
    name: '',
    role: giving.rolesToGive[0] ?? 'clerk',
    orgUnitId: null,
  });
  const [userName, setUserName] = useState('');
  const [given, setGiven] = useState<string | null>(null);
  const act = useAct();
  const missing = draftProblem(draft) ?? (userName.trim().length < 2 ? '用户名至少 2 个字。' : null);
  const create = async () => {
    const password = newInitialPassword();
    const body = { ...draft, name: cleanText(draft.name), userName: userName.trim(), password };
    if ((await act.act('POST', path, body, `已给${draft.name.trim()}建账号`)) === null) return;
    setGiven(password);
    onDone();
  };
  if (given !== null)
    return (
      <GivenPassword name={draft.name.trim()} userName={userName.trim()} password={given} onClose={onClose} />
    );
  return (
    <AskDialog
      title="新建账号"
      confirm="新建"
      missing={missing}
      act={act}
      onConfirm={() => void create()}
      onClose={onClose}
    >
      <UserFields draft={draft} onChange={setDraft} {...giving} />
      <TextInput
        label="用户名"
        description="登录用，例如姓名的拼音；以后不能改。"
        withAsterisk
        autoComplete="off"
        value={userName}
        onChange={(event) => setUserName(event.currentTarget.value)}
      />
    </AskDialog>
  );
}

export function EditUserDialog({ user, onClose, onDone, ...giving }: DialogProps & GivingProps & UserProps) {
  const [draft, setDraft] = useState<UserDraft>({
    name: user.name,
    role: user.role,
    orgUnitId: user.orgUnit.id,
  });
  const act = useAct();
  const save = async () => {
    const body = { ...draft, name: cleanText(draft.name) };
    if ((await act.act('PATCH', `${path}/${user.id}`, body, '已修改')) === null) return;
    onDone();
    onClose();
  };
  const isMoved = draft.orgUnitId !== user.orgUnit.id || draft.role !== user.role;
  return (
    <AskDialog
      title={`修改账号：${user.userName}`}
      confirm="保存"
      missing={draftProblem(draft)}
      act={act}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <UserFields draft={draft} onChange={setDraft} {...giving} />
      {isMoved && (
        <Text size="sm">
          角色或所在改了以后，本人的设备会按新的范围重新接收；超出范围的记录会离开设备，未上报的先上报。
        </Text>
      )}
    </AskDialog>
  );
}

interface UserProps {
  readonly user: UserMessage;
}

export function ResetDialog({ user, onClose, onDone }: DialogProps & UserProps) {
  const [given, setGiven] = useState<string | null>(null);
  const act = useAct();
  const reset = async () => {
    const password = newInitialPassword();
    if ((await act.act('PATCH', `${path}/${user.id}`, { password }, '已重设密码')) === null) return;
    setGiven(password);
    onDone();
  };
  if (given !== null)
    return <GivenPassword name={user.name} userName={user.userName} password={given} onClose={onClose} />;
  return (
    <AskDialog
      title={`重设密码：${user.name}`}
      confirm="重设密码"
      missing={null}
      act={act}
      onConfirm={() => void reset()}
      onClose={onClose}
    >
      <Text size="sm">
        原来的密码立即失效，已登录的设备要用新密码重新登录；本机未上报的改动都保留着。新密码只显示一次，本人首次登录时自己再改。
      </Text>
    </AskDialog>
  );
}

export function ActiveDialog({ user, onClose, onDone }: DialogProps & UserProps) {
  const act = useAct();
  const next = !user.isActive;
  const verb = next ? '恢复' : '停用';
  const save = async () => {
    if (
      (await act.act('PATCH', `${path}/${user.id}`, { isActive: next }, `已${verb}${user.name}的账号`)) ===
      null
    )
      return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={`${verb}账号：${user.name}`}
      confirm={verb}
      missing={null}
      act={act}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Text size="sm">
        {next
          ? '恢复后可以用原来的密码登录。'
          : '停用后立即退出登录，不能再登录、上报和接收。以前的改动和签名都保留。所用的设备不会停用，需要时请到“设备”里办。'}
      </Text>
    </AskDialog>
  );
}
