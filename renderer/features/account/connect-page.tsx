/** 连接县级: this device, then this person, then the places of a register that was kept alone. */
import { Button } from '@mantine/core';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { Page } from '@renderer/components/page';
import { useOffice } from '@renderer/data/react';
import { useSyncActions, useSyncStatus } from '@renderer/sync/status/react';
import type { PlaceMatch } from '@renderer/sync/status/sync-status';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './account.module.css';
import { type ConnectStep, connectStepOf } from './connect-step';
import { EnrolForm, LoginForm, PasswordForm } from './credential-forms';
import { PlaceMatching } from './place-matching';
import { findOwnServer } from './server-address';
import { StepLine } from './step-line';

const words: Readonly<Record<ConnectStep, { readonly title: string; readonly text: string }>> = {
  enrol: {
    title: '登记这台设备',
    text: '填县级服务器地址和登记码。登记以后，本机的台账照旧，断网也照常用。',
  },
  login: { title: '登录', text: '用县级发给您本人的用户名和密码登录。' },
  password: { title: '换成自己的密码', text: '现在的密码是管理员设的，请换成只有您自己知道的。' },
  places: {
    title: '对应组织层级',
    text: '本机原来单独建的乡镇、村，和县级的逐个对上，记录才会归到同一个地方。程序已按名称配好，请核对。',
  },
  done: { title: '连接好了', text: '以后有网就自动上报和接收，没网照常工作。' },
};

/** Steps of the bar above; the password belongs to the login. */
const barSteps = ['登记设备', '登录', '对应组织层级', '完成'] as const;
const barStepOf: Readonly<Record<ConnectStep | 'asking', number>> = {
  enrol: 0,
  login: 1,
  password: 1,
  asking: 2,
  places: 2,
  done: 4,
};

function useOwnServer(): string {
  const [url, setUrl] = useState('');
  useEffect(() => {
    findOwnServer().then(setUrl, () => {});
  }, []);
  return url;
}

/** Asked once somebody is logged in; null until the answer is there. */
function usePlaceMatches(isWanted: boolean) {
  const { placeMatches } = useSyncActions();
  const [matches, setMatches] = useState<readonly PlaceMatch[] | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    placeMatches().then(setMatches, () => setMatches([]));
  }, [isWanted, placeMatches]);
  return [matches, setMatches] as const;
}

interface ConnectPageProps {
  /** What a computer without a network can do instead. */
  readonly withoutNetwork: ReactNode;
}

export function ConnectPage({ withoutNetwork }: ConnectPageProps) {
  const status = useSyncStatus();
  const navigate = useNavigate();
  const isStarted = useOffice() !== null;
  const [password, setPassword] = useState<string | null>(null);
  const isIn = status.me !== null && !status.me.mustChangePassword && status.link !== 'loggedOut';
  const [matches, setMatches] = usePlaceMatches(isIn);
  const step = connectStepOf(status, matches?.length ?? null);
  const leave = () => {
    navigate({ to: isStarted ? '/exchange' : '/overview' }).catch(() => {});
  };
  return (
    <Page title="连接县级" layout="scroll">
      <div className={classes['sheet']}>
        <StepLine labels={barSteps} current={barStepOf[step]} />
        {step === 'asking' ? (
          <LoadingScreen doing="正在与县级核对组织层级…" />
        ) : (
          <section className={classes['step']} data-wide={step === 'places' || undefined}>
            <h2 className={classes['title']}>{words[step].title}</h2>
            <p className={classes['text']}>{words[step].text}</p>
            <StepContent
              step={step}
              password={password}
              matches={matches ?? []}
              onPassword={setPassword}
              onMatched={() => setMatches([])}
              onLeave={leave}
            />
          </section>
        )}
        {withoutNetwork}
      </div>
    </Page>
  );
}

interface StepContentProps {
  readonly step: ConnectStep;
  readonly password: string | null;
  readonly matches: readonly PlaceMatch[];
  readonly onPassword: (password: string) => void;
  readonly onMatched: () => void;
  readonly onLeave: () => void;
}

function StepContent({ step, password, matches, onPassword, onMatched, onLeave }: StepContentProps) {
  const { enrol, login, changePassword, confirmPlaces } = useSyncActions();
  const navigate = useNavigate();
  const suggestedUrl = useOwnServer();
  const { code = '' } = useSearch({ from: '/connect' });
  switch (step) {
    case 'enrol':
      return (
        <EnrolForm
          suggestedUrl={suggestedUrl}
          suggestedCode={code}
          onEnrol={enrol}
          onDone={() => {}}
          onBack={onLeave}
        />
      );
    case 'login':
      // Remembered before the county answers: its answer already draws the next form.
      return (
        <LoginForm
          onLogin={(userName, typed) => {
            onPassword(typed);
            return login(userName, typed);
          }}
          onBack={onLeave}
        />
      );
    case 'password':
      return <PasswordForm known={password} onChange={changePassword} onDone={() => {}} />;
    case 'places':
      return <PlaceMatching matches={matches} onConfirm={confirmPlaces} onDone={onMatched} />;
    case 'done':
      return (
        <Button
          onClick={() => {
            navigate({ to: '/exchange' }).catch(() => {});
          }}
        >
          查看同步情况
        </Button>
      );
  }
}
