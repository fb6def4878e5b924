import { Button, Progress } from '@mantine/core';
import { Panel } from '@renderer/components/panel';
import { useRegister } from '@renderer/data/react';
import { useSyncActions } from '@renderer/sync/status/react';
import type { SyncStatus } from '@renderer/sync/status/sync-status';
import { formatNumber } from '@shared/lib/format-number';
import { roles } from '@shared/sync/access';
import type { Me } from '@shared/sync/account-messages';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './exchange.module.css';
import { type Headline, progressText, whenText } from './exchange-words';

interface StatePanelProps {
  readonly status: SyncStatus;
  readonly headline: Headline;
}

/** The state in one sentence, what runs at the moment, and the facts behind it. */
export function StatePanel({ status, headline }: StatePanelProps) {
  return (
    <Panel title="现在的情况">
      <p className={classes['headline']} data-tone={headline.tone} role="status">
        {headline.title}
      </p>
      <p className={classes['text']}>{headline.text}</p>
      {status.progress !== null && (
        <Receiving progress={status.progress} isRunning={status.activity !== 'idle'} />
      )}
      {status.link !== 'alone' && <Facts status={status} />}
    </Panel>
  );
}

interface ReceivingProps {
  readonly progress: NonNullable<SyncStatus['progress']>;
  readonly isRunning: boolean;
}

/** A first sync of a whole county takes a while; it may be stopped and goes on from there. */
function Receiving({ progress, isRunning }: ReceivingProps) {
  const { pause } = useSyncActions();
  const { done, total } = progress;
  const share = total === null || total === 0 ? 0 : Math.min(100, (done / total) * 100);
  return (
    <div className={classes['receiving']}>
      <div className={classes['receivingLine']}>
        <span>{progressText(progress)}</span>
        {isRunning && (
          <Button size="compact-sm" variant="default" onClick={pause}>
            暂停
          </Button>
        )}
      </div>
      <Progress value={share} animated={isRunning} aria-label="接收进度" />
    </div>
  );
}

function Facts({ status }: { readonly status: SyncStatus }) {
  const now = useRegister().now();
  const { me, serverUrl } = status;
  const when = (instant: string | null) => (instant === null ? '还没有' : whenText(instant, now));
  const lines: readonly (readonly [string, ReactNode])[] = [
    ['登录人', me === null ? '未登录' : <PersonLink key="person" me={me} />],
    ['这台设备', me?.device.name ?? '—'],
    ['县级服务器', serverUrl ?? '—'],
    ['最近联系', when(status.lastContactAt)],
    ['最近上报', doneText(status.lastPushAt, status.lastPushCount, when)],
    ['最近接收', doneText(status.lastPullAt, status.lastPullCount, when)],
    ...(status.nextTryAt === null || status.link !== 'offline'
      ? []
      : [['下次自动尝试', when(status.nextTryAt)] as const]),
  ];
  return (
    <dl className={classes['factList']}>
      {lines.map(([label, value]) => (
        <div key={label} className={classes['factLine']}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const PersonLink = ({ me }: { readonly me: Me }) => (
  <Link to="/account" className={classes['link']}>
    {me.name}（{roles.labels[me.role]}，{me.orgUnit.name}）
  </Link>
);

const doneText = (at: string | null, count: number, when: (at: string | null) => string): string =>
  at === null ? '还没有' : `${when(at)}，${formatNumber(count)} 条`;
