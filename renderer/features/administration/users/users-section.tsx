import { Button, Group } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { useRegister } from '@renderer/data/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { type Role, roles } from '@shared/sync/access';
import { orgUnitsReply, type UserMessage, usersReply } from '@shared/sync/account-messages';
import { useState } from 'react';
import classes from '../administration.module.css';
import { ListSection } from '../list/list-section';
import { StateBadge } from '../list/state-badge';
import { whenText } from '../list/when-text';
import { ActiveDialog, CreateUserDialog, EditUserDialog, ResetDialog } from './user-dialogs';
import { rolesToGive, userState } from './user-words';

type Open =
  | { readonly dialog: 'create' }
  | { readonly dialog: 'edit' | 'reset' | 'active'; readonly user: UserMessage }
  | null;

/** 账号: who may log in, as what, and where. */
export function UsersSection({ ownRole }: { readonly ownRole: Role }) {
  const list = useCountyList('/administration/users', usersReply);
  const { listed } = useCountyList('/administration/org-units', orgUnitsReply);
  const places = listed.status === 'ready' ? listed.items : [];
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const shared = { onClose: close, onDone: list.reload };
  const given = { places, rolesToGive: rolesToGive(ownRole) };
  const create = (
    <Button onClick={() => setOpen({ dialog: 'create' })} disabled={places.length === 0}>
      新建账号
    </Button>
  );
  return (
    <>
      <ListSection
        title="账号"
        intro="每人一个账号，改动都记在本人名下。人员调走就停用，不要转给别人用。"
        action={create}
        list={list}
        empty={
          <EmptyState icon="person" title="还没有账号" hint="给每个乡镇的经办人各建一个。" action={create} />
        }
      >
        {(users) => <UserTable users={users} mayKeep={new Set(given.rolesToGive)} onOpen={setOpen} />}
      </ListSection>
      {open?.dialog === 'create' && <CreateUserDialog {...shared} {...given} />}
      {open?.dialog === 'edit' && <EditUserDialog user={open.user} {...shared} {...given} />}
      {open?.dialog === 'reset' && <ResetDialog user={open.user} {...shared} />}
      {open?.dialog === 'active' && <ActiveDialog user={open.user} {...shared} />}
    </>
  );
}

interface UserTableProps {
  readonly users: readonly UserMessage[];
  readonly mayKeep: ReadonlySet<Role>;
  readonly onOpen: (open: Open) => void;
}

function UserTable({ users, mayKeep, onOpen }: UserTableProps) {
  const now = useRegister().now();
  return (
    <table className={classes['table']} aria-label="账号">
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">用户名</th>
          <th scope="col">角色</th>
          <th scope="col">所在</th>
          <th scope="col">状态</th>
          <th scope="col">最近登录</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => {
          const { tone, text } = userState(user, now);
          return (
            <tr key={user.id} data-off={!user.isActive || undefined}>
              <th scope="row">{user.name}</th>
              <td>{user.userName}</td>
              <td>{roles.labels[user.role]}</td>
              <td>{user.orgUnit.name}</td>
              <td>
                <StateBadge state={tone}>{text}</StateBadge>
              </td>
              <td className={classes['narrow']}>{whenText(user.lastLoginAt)}</td>
              <td>{mayKeep.has(user.role) && <UserActions user={user} onOpen={onOpen} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function UserActions({
  user,
  onOpen,
}: {
  readonly user: UserMessage;
  readonly onOpen: (open: Open) => void;
}) {
  const buttons = [
    { dialog: 'edit', label: '修改' },
    { dialog: 'reset', label: '重设密码' },
    { dialog: 'active', label: user.isActive ? '停用' : '恢复' },
  ] as const;
  return (
    <Group gap={4} wrap="nowrap">
      {buttons.map(({ dialog, label }) => (
        <Button
          key={dialog}
          size="compact-xs"
          variant="subtle"
          color="gray.8"
          aria-label={`${label}：${user.name}`}
          onClick={() => onOpen({ dialog, user })}
        >
          {label}
        </Button>
      ))}
    </Group>
  );
}
