import { notifications } from '@mantine/notifications';
import { BusyButton } from '@renderer/components/busy-button';
import { Panel } from '@renderer/components/panel';
import { formatInstant } from '@renderer/data/format-value';
import { platform } from '@renderer/platform/current-platform';
import { useSyncActions } from '@renderer/sync/status/react';
import type { PackageStatus, SyncStatus } from '@renderer/sync/status/sync-status';
import { formatNumber } from '@shared/lib/format-number';
import { packageProblems } from '@shared/problems/package-problems';
import { useState } from 'react';
import classes from '../exchange.module.css';
import { standingOf } from './package-words';
import { TakeButton } from './take-button';
import { TakeDialog } from './take-dialog';

/** U盘交换: the way of an office that no cable reaches (SPEC, PACKAGE). */
export function PackagesPanel({ status }: { readonly status: SyncStatus }) {
  // Kept here: a first-sync package changes everything below while its dialog is open.
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <Panel title="U盘交换">
        <Content status={status} onFile={setFile} />
      </Panel>
      {file !== null && <TakeDialog file={file} onClose={() => setFile(null)} />}
    </>
  );
}

interface ContentProps {
  readonly status: SyncStatus;
  readonly onFile: (file: File | null) => void;
}

function Content({ status, onFile }: ContentProps) {
  const { packages, link } = status;
  if (packages !== null) return <Connected packages={packages} status={status} onFile={onFile} />;
  if (link !== 'alone' && link !== 'wiped')
    return <p className={classes['text']}>{packageProblems.deviceWithoutKeys({}).text}</p>;
  return (
    <>
      <p className={classes['text']}>
        这里一直不通县级网络的，请县级做一个“首次数据包”，用 U 盘带来，凭开包码导入，这台电脑就登记好了。
      </p>
      <div className={classes['packageButtons']}>
        <TakeButton label="导入首次数据包…" onFile={onFile} />
      </div>
    </>
  );
}

interface ConnectedProps extends ContentProps {
  readonly packages: PackageStatus;
}

function Connected({ packages, status, onFile }: ConnectedProps) {
  const { exported, answered, countyName } = packages;
  const lines = [
    ['要上报的', `${formatNumber(status.unsentCount)} 处改动，交${countyName}`],
    [
      '上次导出',
      exported === null
        ? '还没有'
        : `第 ${exported.number} 号，${formatNumber(exported.editCount)} 处，${formatInstant(exported.at)}`,
    ],
    [
      '县级答复',
      answered === null ? '还没有' : `第 ${answered.number} 号，${formatInstant(answered.at)} 导入`,
    ],
    ['现在', standingOf(packages)],
  ] as const;
  return (
    <>
      <p className={classes['text']}>
        没有网络时，把改动存成“上报包”，用 U 盘带到县级导入；再把县级给的“回执包”带回来，在这里导入。
      </p>
      <dl className={classes['factList']}>
        {lines.map(([label, value]) => (
          <div key={label} className={classes['factLine']}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes['packageButtons']}>
        <ExportButton />
        <TakeButton label="导入回执包…" onFile={onFile} />
      </div>
    </>
  );
}

function ExportButton() {
  const { exportReport, noteExported } = useSyncActions();
  const [isRunning, setRunning] = useState(false);
  const save = async () => {
    const made = await exportReport();
    if (!made.ok) return tell(made.problem.text);
    const { report } = made;
    const outcome = await platform.saveFile(report.fileName, report.bytes, 'application/octet-stream');
    if (outcome === 'cancelled') return;
    await noteExported(report);
    notifications.show({
      title: `第 ${report.number} 号上报包已导出`,
      message: `${formatNumber(report.editCount)} 处改动。请带到县级导入，再把回执包带回来；包丢了不要紧，重新导出一个就是。`,
      autoClose: 10_000,
    });
  };
  const run = () => {
    setRunning(true);
    save()
      .catch(() => tell('上报包没有存成。请检查 U 盘是否已满或写保护，换一个位置再试；改动都还在本机。'))
      .finally(() => setRunning(false));
  };
  return (
    <BusyButton variant="default" onClick={run} doing={isRunning ? '正在导出' : null}>
      导出上报包…
    </BusyButton>
  );
}

const tell = (message: string): void => {
  notifications.show({ color: 'red', title: '没有导出', message, autoClose: false });
};
