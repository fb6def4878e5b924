/** 使用人: who opens the register on this computer, each with a password of her own. */
import { Badge, Button, Modal, Text, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { keyDesk } from '@renderer/keys/current-desk';
import type { KeyFacts, UserName } from '@renderer/keys/key-state';
import { useState } from 'react';
import classes from '../section.module.css';
import { differs, KeyForm, NewPasswordFields, noPassword, PasswordField } from './key-form';

interface UsersBlockProps {
  readonly me: UserName;
  readonly facts: KeyFacts;
}

export function UsersBlock({ me, facts }: UsersBlockProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className={classes['block']}>
      <h3>使用人</h3>
      <p className={classes['lead']}>
        几个人合用这台电脑，各用各的口令打开同一本台账，修改记录分别署名。换人时点“锁定”，再由另一人解锁；没上报的修改都在。
      </p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th>姓名</th>
            <th aria-label="操作" />
          </tr>
        </thead>
        <tbody>
          {facts.users.map((user) => (
            <tr key={user.id}>
              <td>
                {user.name} {user.id === me.id && <Badge variant="light">正在使用</Badge>}
              </td>
              <td align="right">
                {user.id !== me.id && (
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => askRemove(user)}>
                    移除
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes['foot']}>
        <Button variant="default" onClick={() => setAdding(true)}>
          添加使用人…
        </Button>
      </div>
      <Modal opened={isAdding} onClose={() => setAdding(false)} title="添加使用人">
        <AddUserForm onDone={() => setAdding(false)} />
      </Modal>
    </div>
  );
}

function askRemove(user: UserName): void {
  modals.openConfirmModal({
    title: '移除使用人',
    children: <Text>“{user.name}”的口令以后打不开本机台账；她做过的修改和署名都保留。</Text>,
    labels: { confirm: '移除', cancel: '不移除' },
    onConfirm: () => {
      keyDesk.removeUser(user.id).then(
        (done) => !done.ok && notifications.show({ color: 'red', message: done.problem.text }),
        () => {},
      );
    },
  });
}

function AddUserForm({ onDone }: { readonly onDone: () => void }) {
  const [own, setOwn] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState(noPassword);
  return (
    <KeyForm
      button="添加"
      doing="正在添加"
      onTry={async () => {
        const problem = differs(password);
        if (problem) return problem;
        const done = await keyDesk.addUser(own, name, password.first);
        if (!done.ok) return done.problem;
        notifications.show({ message: `已添加“${name}”，锁定后可以选这个名字解锁。` });
        onDone();
        return null;
      }}
    >
      <PasswordField label="您现在的口令" value={own} onChange={setOwn} hasFocus />
      <TextInput
        label="新使用人的姓名"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Text c="dimmed">下面的口令请新使用人自己输入。</Text>
      <NewPasswordFields value={password} onChange={setPassword} />
    </KeyForm>
  );
}
