import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Icon, type IconName } from '@renderer/components/icons';
import { useRegister } from '@renderer/data/react';
import { loadDemo } from '@renderer/data/start';
import { useState } from 'react';
import { DemoAccounts } from './demo-accounts';
import { NewRegisterForm } from './new-register-form';
import { useDemoServer } from './use-demo-server';
import classes from './welcome.module.css';

/** Where the first screen leads. */
export type NextPlace = 'overview' | 'import' | 'connect' | 'restore';

interface WelcomePageProps {
  readonly onReady: (next: NextPlace) => void;
}

type Step =
  | { readonly name: 'choose' }
  | { readonly name: 'office' }
  | { readonly name: 'demo'; readonly doneCount: number; readonly totalCount: number };

interface ChoiceProps {
  readonly icon: IconName;
  readonly title: string;
  /** What will happen. */
  readonly hint: string;
  readonly button: string;
  readonly isMain?: boolean;
  readonly onChoose: () => void;
}

function Choice({ icon, title, hint, button, isMain = false, onChoose }: ChoiceProps) {
  return (
    <li className={classes['choice']}>
      <h2>
        <Icon name={icon} size={22} />
        {title}
      </h2>
      <p>{hint}</p>
      <Button variant={isMain ? 'filled' : 'default'} onClick={onChoose}>
        {button}
      </Button>
    </li>
  );
}

interface ChoicesProps {
  /** The import itself asks whose ledger it is: the file usually says so. */
  readonly onImport: () => void;
  readonly onBlank: () => void;
  readonly onDemo: () => void;
  readonly onConnect: () => void;
  readonly onRestore: () => void;
}

function Choices({ onImport, onBlank, onDemo, onConnect, onRestore }: ChoicesProps) {
  return (
    <>
      <h1 className={classes['title']}>两新台账</h1>
      <p className={classes['intro']}>
        两新组织党建台账：摸清底数，算准两个覆盖，出好报表。数据只存在这台电脑上，断网照常用。
      </p>
      <ul className={classes['choices']}>
        <Choice
          icon="import"
          title="导入现有台账"
          hint="把手上的 Excel、WPS 表格放进来。先核对问题和差异，确认以后才写入，整批可以撤销。"
          button="导入台账"
          isMain
          onChoose={onImport}
        />
        <Choice
          icon="ledger"
          title="新建空白台账"
          hint="填好单位名称和所辖村（社区），得到一本空白台账，再逐户录入或分批导入。"
          button="新建台账"
          onChoose={onBlank}
        />
        <Choice
          icon="exchange"
          title="连接县级服务器"
          hint="凭县级发的登记码和账号接入，收到本乡镇已有的台账。以后有网自动上报，没网照常工作。"
          button="连接县级"
          onChoose={onConnect}
        />
        <Choice
          icon="demo"
          title="载入演示数据"
          hint="载入一个虚构的县：6 个乡镇、1300 多户、三年记录，随便点、随便改，一键清除。"
          button="载入演示数据"
          onChoose={onDemo}
        />
      </ul>
      <p className={classes['small']}>
        换了电脑、重装了系统？{' '}
        <Button variant="subtle" size="compact-sm" onClick={onRestore}>
          从备份恢复
        </Button>
      </p>
      <p className={classes['small']}>选错了也没关系，以后都可以在“设置 · 数据”里清空重来。</p>
    </>
  );
}

function DemoProgress({ doneCount, totalCount }: { doneCount: number; totalCount: number }) {
  const share = totalCount === 0 ? 0 : (doneCount / totalCount) * 100;
  return (
    <div role="status">
      <h1 className={classes['title']}>正在载入演示数据</h1>
      <p className={classes['intro']}>
        {totalCount === 0 ? '正在生成虚构的县…' : `已写入 ${doneCount} / ${totalCount} 条`}
      </p>
      <Progress value={share} aria-label="载入进度" />
    </div>
  );
}

/** The first screen: the ways to begin, each with one sentence of what will happen. */
export function WelcomePage({ onReady }: WelcomePageProps) {
  const register = useRegister();
  const [step, setStep] = useState<Step>({ name: 'choose' });
  const demoServer = useDemoServer();
  const startDemo = async () => {
    setStep({ name: 'demo', doneCount: 0, totalCount: 0 });
    const result = await loadDemo(register, (doneCount, totalCount) =>
      setStep({ name: 'demo', doneCount, totalCount }),
    );
    if (result.status === 'saved') return onReady('overview');
    setStep({ name: 'choose' });
    notifications.show({
      color: 'red',
      title: '演示数据没有载入',
      message: result.problems[0]?.problem.text ?? '请检查磁盘空间后重试。',
      autoClose: false,
    });
  };
  return (
    <main className={classes['page']}>
      <div className={classes['content']}>
        {step.name === 'choose' && (
          <Choices
            onImport={() => onReady('import')}
            onBlank={() => setStep({ name: 'office' })}
            onDemo={() => void startDemo()}
            onConnect={() => onReady('connect')}
            onRestore={() => onReady('restore')}
          />
        )}
        {step.name === 'choose' && demoServer !== null && (
          <DemoAccounts server={demoServer} onIn={() => onReady('overview')} />
        )}
        {step.name === 'office' && (
          <NewRegisterForm onBack={() => setStep({ name: 'choose' })} onCreated={() => onReady('overview')} />
        )}
        {step.name === 'demo' && <DemoProgress doneCount={step.doneCount} totalCount={step.totalCount} />}
      </div>
    </main>
  );
}
