/** 同步: how things stand with the county, in plain words, and what travels in both directions. */
import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { NoticeBox } from '@renderer/components/notice-box';
import { Page } from '@renderer/components/page';
import { useSyncActions, useSyncStatus } from '@renderer/sync/status/react';
import type { SyncStatus } from '@renderer/sync/status/sync-status';
import { useNavigate } from '@tanstack/react-router';
import { AgreementPanel } from './agreement-panel';
import classes from './exchange.module.css';
import { clockProblem, headlineOf, type NextStep } from './exchange-words';
import { OpenedPackage } from './opened-package';
import { PackagesPanel } from './packages/packages-panel';
import { RecordTabs } from './record-tabs';
import { RemovalQuestion } from './removal-question';
import { StatePanel } from './state-panel';

export function ExchangePage() {
  const status = useSyncStatus();
  const headline = headlineOf(status);
  return (
    <Page title="同步" state={headline.title} action={<StepButton step={headline.step} status={status} />}>
      <OpenedPackage />
      <div className={classes['page']}>
        <div className={classes['left']}>
          <Warnings status={status} />
          <StatePanel status={status} headline={headline} />
          <AgreementPanel status={status} />
          <PackagesPanel status={status} />
        </div>
        {status.link === 'alone' ? <WhatConnectingBrings /> : <RecordTabs me={status.me} />}
      </div>
    </Page>
  );
}

/** Nothing travels yet, so there are no lists to show. */
function WhatConnectingBrings() {
  return (
    <div className={classes['frame']}>
      <EmptyState
        icon="exchange"
        title="连接县级以后"
        hint="哪些改动等着上报、县级收到时给的编号和时间、县里和别处改了什么，都会一条一条列在这里。"
      />
    </div>
  );
}

const stepWords = { connect: '连接县级…', login: '登录…', places: '去核对…' } as const;

/** The one thing to do from here. */
function StepButton({ step, status }: { readonly step: NextStep; readonly status: SyncStatus }) {
  const { syncNow } = useSyncActions();
  const navigate = useNavigate();
  if (step === null) return null;
  if (step === 'sync')
    return (
      <Button onClick={syncNow} loading={status.activity !== 'idle'}>
        {status.progress === null ? '立即同步' : '继续接收'}
      </Button>
    );
  return (
    <Button
      onClick={() => {
        navigate({ to: '/connect' }).catch(() => {});
      }}
    >
      {stepWords[step]}
    </Button>
  );
}

/** Being offline is no trouble to a clerk, and these have a place of their own on the page. */
const toldElsewhere = new Set([
  'sync.unreachable',
  'sync.removalNeedsYes',
  'sync.clockDiffers',
  'sync.placesToMatch',
]);

function Warnings({ status }: { readonly status: SyncStatus }) {
  const { problem, removal, unreadableCount } = status;
  const clock = clockProblem(status);
  const isWorthTelling = problem !== null && !toldElsewhere.has(problem.code);
  return (
    <>
      {removal !== null && <RemovalQuestion removal={removal} />}
      {isWorthTelling && (
        <NoticeBox tone={problem.severity === 'error' ? 'bad' : 'soon'} title="上一次没有办成" isUrgent>
          {problem.text}
        </NoticeBox>
      )}
      {clock !== null && (
        <NoticeBox tone="soon" title="请校准本机时间">
          {clock.text}
        </NoticeBox>
      )}
      {unreadableCount > 0 && (
        <NoticeBox tone="soon" title="有记录要升级程序后才能看">
          县级有 {unreadableCount} 条记录是更新版本的程序写的，这里暂时看不了；没有丢，升级程序后会自动收到。
        </NoticeBox>
      )}
    </>
  );
}
