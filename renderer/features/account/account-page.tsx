/** 账号与设备: who works here, on which device, and how to leave. */
import { Button, Modal, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { EmptyState } from '@renderer/components/empty-state';
import { FactLines } from '@renderer/components/fact-lines';
import { Page } from '@renderer/components/page';
import { Panel } from '@renderer/components/panel';
import { useSyncActions, useSyncStatus } from '@renderer/sync/status/react';
import type { SyncStatus } from '@renderer/sync/status/sync-status';
import { orgUnitLevels } from '@shared/domain/org-unit';
import { roles } from '@shared/sync/access';
import type { Me } from '@shared/sync/account-messages';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import classes from './account.module.css';
import { PasswordForm } from './credential-forms';

export function AccountPage() {
  const status = useSyncStatus();
  const { me, link } = status;
  return (
    <Page
      title="账号与设备"
      state={me === null ? '还没有登录县级。' : `${me.name}，${roles.labels[me.role]}`}
      layout="sheet"
    >
      {me === null || link === 'loggedOut' ? (
        <NobodyHere link={link} />
      ) : (
        <Somebody me={me} status={status} />
      )}
    </Page>
  );
}

function NobodyHere({ link }: Pick<SyncStatus, 'link'>) {
  const isAlone = link === 'alone' || link === 'wiped';
  return (
    <EmptyState
      icon="person"
      title={isAlone ? '这台设备还没有连接县级' : '还没有登录'}
      hint={
        isAlone
          ? '连接以后，改动自动上报，县级和有权限的人都能看到是谁在什么时候改的。不连接也可以一直单独使用。'
          : '本机的台账照常可用；登录以后，改动自动上报。'
      }
      action={
        <Button renderRoot={(props) => <Link to="/connect" {...props} />}>
          {isAlone ? '连接县级…' : '登录…'}
        </Button>
      }
    />
  );
}

const placeText = ({ name, level }: Me['orgUnit']): string => `${name}，${orgUnitLevels.labels[level]}`;

function Somebody({ me, status }: { readonly me: Me; readonly status: SyncStatus }) {
  const [isChanging, setChanging] = useState(false);
  const { changePassword } = useSyncActions();
  const leave = useLeave(status.unsentCount);
  return (
    <div className={classes['cards']}>
      <Panel title="登录的人">
        <FactLines
          lines={[
            ['姓名', me.name],
            ['用户名', me.userName],
            ['角色', roles.labels[me.role]],
            ['所在', placeText(me.orgUnit)],
            ['县（市、区）', me.county.name],
          ]}
        />
        <div className={classes['foot']}>
          <Button variant="default" onClick={() => setChanging(true)}>
            改密码…
          </Button>
          <Button variant="default" onClick={leave}>
            退出登录…
          </Button>
        </div>
      </Panel>
      <Panel title="这台设备">
        <FactLines
          lines={[
            ['名称', me.device.name],
            ['登记在', placeText(me.device.orgUnit)],
            ['县级服务器', status.serverUrl ?? ''],
          ]}
        />
        <p className={classes['quiet']}>
          看得到哪些记录，由登录人和设备两者范围较小的一个决定。换人、换范围，请找县级管理员。
        </p>
      </Panel>
      <Modal opened={isChanging} onClose={() => setChanging(false)} title="改密码">
        <PasswordForm
          known={null}
          onChange={changePassword}
          onDone={() => {
            setChanging(false);
            notifications.show({ message: '密码已改，下次登录用新密码。' });
          }}
        />
      </Modal>
    </div>
  );
}

function useLeave(unsentCount: number): () => void {
  const { logout } = useSyncActions();
  const waiting = unsentCount > 0 ? `还有 ${unsentCount} 条没有上报，会保留着，下次登录后接着报。` : '';
  return () =>
    modals.openConfirmModal({
      title: '退出登录',
      children: <Text>退出后不再上报和接收，本机的台账照常可用。{waiting}</Text>,
      labels: { confirm: '退出登录', cancel: '不退出' },
      onConfirm: () => {
        logout().catch(() => {});
      },
    });
}
