/** 同步: how things stand with the county, in plain words, and what travels in both directions. */
import { Alert, Button } from '@mantine/core';
import { Page } from '@renderer/components/page';
import { useSyncActions, useSyncStatus } from '@renderer/sync/status/react';
import type { SyncStatus } from '@renderer/sync/status/sync-status';
import { useNavigate } from '@tanstack/react-router';
import { AgreementPanel } from './agreement-panel';
import classes from './exchange.module.css';
import { clockProblem, headlineOf, type NextStep } from './exchange-words';
import { RecordTabs } from './record-tabs';
import { RemovalQuestion } from './removal-question';
import { StatePanel } from './state-panel';

export function ExchangePage() {
  const status = useSyncStatus();
  const headline = headlineOf(status);
  return (
    <Page title="同步" state={headline.title} action={<StepButton step={headline.step} status={status} />}>
      <div className={classes['page']}>
        <div className={classes['left']}>
          <Warnings status={status} />
          <StatePanel status={status} headline={headline} />
          <AgreementPanel status={status} />
        </div>
        <RecordTabs me={status.me} />
      </div>
    </Page>
  );
}

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
      {step === 'connect' ? '连接县级…' : '登录…'}
    </Button>
  );
}

/** Being offline is no trouble to a clerk, and these have a place of their own on the page. */
const toldElsewhere = new Set(['sync.unreachable', 'sync.removalNeedsYes', 'sync.clockDiffers']);

function Warnings({ status }: { readonly status: SyncStatus }) {
  const { problem, removal, unreadableCount } = status;
  const clock = clockProblem(status);
  const isWorthTelling = problem !== null && !toldElsewhere.has(problem.code);
  return (
    <>
      {removal !== null && <RemovalQuestion removal={removal} />}
      {isWorthTelling && (
        <Alert
          color={problem.severity === 'error' ? 'red' : 'yellow'}
          title="上一次没有办成"
          role={problem.severity === 'error' ? 'alert' : 'status'}
          p="sm"
        >
          {problem.text}
        </Alert>
      )}
      {clock !== null && (
        <Alert color="yellow" title="请校准本机时间" role="status" p="sm">
          {clock.text}
        </Alert>
      )}
      {unreadableCount > 0 && (
        <Alert color="yellow" title="有记录要升级程序后才能看" role="status" p="sm">
          县级有 {unreadableCount} 条记录是更新版本的程序写的，这里暂时看不了；没有丢，升级程序后会自动收到。
        </Alert>
      )}
    </>
  );
}
