import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import classes from '../administration.module.css';

interface GivenPasswordProps {
  readonly name: string;
  readonly userName: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** Shown once: the county keeps no password, only what it can be checked by. */
export function GivenPassword({ name, userName, password, onClose }: GivenPasswordProps) {
  return (
    <Modal opened onClose={onClose} title={`${name}的初始密码`} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">
          用户名 <strong>{userName}</strong>，初始密码：
        </Text>
        <div className={classes['secret']} data-testid="initial-password">
          {password}
        </div>
        <NoticeBox tone="soon">
          只显示这一次，关掉就查不到了。请当面或打电话告诉本人，首次登录时要自己改掉。
        </NoticeBox>
        <Group justify="flex-end">
          <CopyButton value={`用户名：${userName}\n初始密码：${password}`}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? '已复制' : '复制'}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>已告诉本人</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
