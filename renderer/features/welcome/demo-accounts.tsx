import { Alert, Button } from '@mantine/core';
import { useSyncActions } from '@renderer/sync/status/react';
import { roles } from '@shared/sync/access';
import { useState } from 'react';
import type { DemoServer } from './use-demo-server';
import classes from './welcome.module.css';

type Account = DemoServer['accounts'][number];

/** On a demonstration only: two ready people, so that an edit can be watched on its way between two windows. */
export function DemoAccounts({ server, onIn }: { readonly server: DemoServer; readonly onIn: () => void }) {
  const { enrol, login } = useSyncActions();
  const [entering, setEntering] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const enter = async ({ userName, password, code }: Account) => {
    setEntering(userName);
    const enrolled = await enrol(server.serverUrl, code);
    const loggedIn = enrolled.ok ? await login(userName, password) : enrolled;
    setEntering(null);
    if (loggedIn.ok) onIn();
    else setRefusal(loggedIn.problem.text);
  };
  return (
    <section className={classes['demo']} aria-label="演示账号">
      <div>
        <h2 className={classes['demoTitle']}>这是演示服务器，两个身份随便试</h2>
        <p className={classes['demoText']}>
          县、单位、人员都是虚构的。用两个浏览器窗口（一个普通、一个无痕）各进一个身份，能看着一处改动从乡镇走到县里。
        </p>
        {refusal !== null && (
          <Alert color="red" role="alert" p="xs" mt="xs">
            {refusal}
          </Alert>
        )}
      </div>
      {server.accounts.map((account) => (
        <Button
          key={account.userName}
          variant="default"
          loading={entering === account.userName}
          disabled={entering !== null && entering !== account.userName}
          onClick={() => void enter(account)}
        >
          以{roles.labels[account.role]}身份进入（{account.orgUnit.name} {account.name}）
        </Button>
      ))}
    </section>
  );
}
