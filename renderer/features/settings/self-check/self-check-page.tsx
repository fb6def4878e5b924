/** 自检报告: what the program found about the register on this computer, and the one click that mends it. */

import { Button, Group } from '@mantine/core';
import { BusyButton } from '@renderer/components/busy-button';
import { NoticeBox } from '@renderer/components/notice-box';
import { Page } from '@renderer/components/page';
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { formatInstant } from '@renderer/data/format-value';
import { type CheckLine, reportOf } from '@renderer/data/journal/check-report';
import type { CollectionCheck, RegisterCheck } from '@renderer/data/journal/examine-register';
import { useRegister } from '@renderer/data/react';
import { useKeyState } from '@renderer/keys/current-desk';
import { platform } from '@renderer/platform/current-platform';
import { collectionLabels } from '@shared/domain/collections';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import classes from '../section.module.css';
import own from './self-check.module.css';
import { useSelfCheck } from './use-self-check';

const words = { good: '正常', soon: '注意', bad: '有问题' } as const;

export function SelfCheckPage() {
  const register = useRegister();
  const navigate = useNavigate();
  const { check, doing, repaired, problem, examine, repair, accept } = useSelfCheck(register);
  const keys = useKeyState();
  const startCheck = useSyncExternalStore(register.startCheck.subscribe, register.startCheck.get);
  const users = keys.status === 'open' ? keys.facts.users.length : 0;
  const report =
    check &&
    reportOf(check, {
      atStart: register.selfCheck,
      startCheck,
      lastBackup: backupKeeper?.state.get().last ?? null,
      isKeyBesideDatabase: platform.keyStore?.guard.kind === 'browser' && users === 0,
    });
  return (
    <Page title="自检报告" state={stateText(check?.at ?? null, report?.lines ?? [])} layout="scroll">
      <div className={own['sheet']}>
        {problem !== null && (
          <NoticeBox tone="bad" isUrgent>
            {problem}
          </NoticeBox>
        )}
        {repaired !== null && <NoticeBox tone="info">{repaired}</NoticeBox>}
        {report && (
          <ul className={own['lines']} aria-label="检查结果">
            {report.lines.map(({ state, title, text }) => (
              <li key={title} data-state={state}>
                <strong>{title}</strong>
                <span className={own['word']}>{words[state]}</span>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        )}
        <Group gap="sm" my="md">
          {report !== null && report.missingCount > 0 && (
            <BusyButton onClick={repair} doing={doing === 'repairing' ? '正在修复' : null}>
              一键修复
            </BusyButton>
          )}
          {report !== null && report.losses.length > 0 && (
            <BusyButton
              variant="default"
              onClick={() => accept(report.losses)}
              doing={doing === 'accepting' ? '正在记下' : null}
            >
              按现在的样子记下…
            </BusyButton>
          )}
          <BusyButton variant="default" onClick={examine} doing={doing === 'examining' ? '正在检查' : null}>
            重新检查
          </BusyButton>
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/settings', search: { section: 'backup' } })}
          >
            去备份和恢复
          </Button>
        </Group>
        {check && <CountsTable check={check} />}
        <p className={classes['quiet']}>
          检查和修复都不删除任何内容，没上报的改动一处不动。摘要由每条的编号和修改次数算出：合计的摘要和备份校验说的一样，就是同一份台账。
        </p>
      </div>
    </Page>
  );
}

function stateText(at: string | null, lines: readonly CheckLine[]): string {
  if (at === null) return '正在逐条读取磁盘上的台账…';
  const time = formatInstant(at);
  const badCount = lines.filter(({ state }) => state === 'bad').length;
  if (badCount > 0) return `${time} 检查，有 ${badCount} 项要处理。`;
  const soonCount = lines.filter(({ state }) => state === 'soon').length;
  return soonCount === 0
    ? `${time} 检查，没有发现问题。`
    : `${time} 检查，没有发现问题，有 ${soonCount} 项请注意。`;
}

/** Digits of a digest that are shown. */
const shown = 8;

const sumOf = (collections: readonly CollectionCheck[], key: 'count' | 'binCount'): number =>
  collections.reduce((sum, one) => sum + one[key], 0);

function CountsTable({ check: { collections, digest: whole } }: { readonly check: RegisterCheck }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">内容</th>
          <th scope="col">条数</th>
          <th scope="col">其中已删除</th>
          <th scope="col">摘要</th>
        </tr>
      </thead>
      <tbody>
        {collections
          .filter(({ count }) => count > 0)
          .map(({ collection, count, binCount, digest }) => (
            <tr key={collection}>
              <th scope="row">{collectionLabels[collection]}</th>
              <td className={own['number']}>{count}</td>
              <td className={own['number']}>{binCount}</td>
              <td className={own['number']}>{digest.slice(0, shown)}</td>
            </tr>
          ))}
        <tr>
          <th scope="row">合计</th>
          <td className={own['number']}>{sumOf(collections, 'count')}</td>
          <td className={own['number']}>{sumOf(collections, 'binCount')}</td>
          <td className={own['number']}>{whole.slice(0, shown)}</td>
        </tr>
      </tbody>
    </table>
  );
}
