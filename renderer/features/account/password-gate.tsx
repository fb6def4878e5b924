import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSyncActions, useSyncPart } from '@renderer/sync/status/react';
import classes from './account.module.css';
import { PasswordForm } from './credential-forms';

/**
 * ROLE-5: who came in with a password somebody else knows chooses her own before anything else. It lies over the page,
 * so that nothing typed there is lost when the county asks in the middle of work; without a network one may leave.
 */
export function PasswordGate() {
  const me = useSyncPart((status) => status.me);
  const link = useSyncPart((status) => status.link);
  const { changePassword, logout } = useSyncActions();
  if (me === null || link === 'loggedOut' || !me.mustChangePassword) return null;
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="请先换成自己的密码"
      centered
    >
      <p className={classes['text']}>
        {me.name}
        ，现在的密码是管理员设的。请换成只有您自己知道的，换好以后接着办理；未上报的修改都保留在本机。
      </p>
      <PasswordForm
        known={null}
        onChange={changePassword}
        onDone={() => notifications.show({ message: '密码已改，下次登录用新密码。' })}
      />
      <p className={classes['quiet']}>
        现在没有网络，或者不是您本人？
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            logout().catch(() => {});
          }}
        >
          先退出登录
        </Button>
        本机的台账照常可用。
      </p>
    </Modal>
  );
}
