import { Tabs } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { EmptyState } from '@renderer/components/empty-state';
import { lookupsOf } from '@renderer/data/history';
import { useRegister, useSnapshot } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import { useReceiptOf } from '@renderer/sync/status/react';
import { formatNumber } from '@shared/lib/format-number';
import type { Me } from '@shared/sync/account-messages';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import classes from './exchange.module.css';
import {
  highestNumber,
  type RecordLine,
  type RecordList,
  receivedRecords,
  takenRecords,
  waitingRecords,
} from './record-lists';

const tabs = ['waiting', 'taken', 'received'] as const;
type TabName = (typeof tabs)[number];
const labels: Readonly<Record<TabName, string>> = {
  waiting: '等待上报',
  taken: '上报回执',
  received: '收到的',
};

/** Up to which county number this person has looked at what came. */
const seenKey = 'exchange.seenThrough';

/** What was there when the page opened counts as seen when it closes. */
function useSeenThrough(): number {
  const register = useRegister();
  // Nothing is new to somebody who has just received everything for the first time.
  const [seen] = useState(() => Number(platform.preferences.get(seenKey) ?? Number.MAX_SAFE_INTEGER));
  useEffect(
    () => () => platform.preferences.set(seenKey, String(highestNumber(register.snapshot()))),
    [register],
  );
  return seen;
}

/** While a whole county comes in, the register changes many times a second, and nobody reads as fast. */
const lookEveryMs = 1000;

function useLists(me: Me | null): Readonly<Record<TabName, RecordList>> {
  const register = useRegister();
  const snapshot = useDeferredValue(useThrottledValue(useSnapshot(), lookEveryMs));
  const seenThrough = useSeenThrough();
  const receiptOf = useReceiptOf();
  const sender = me?.name ?? '';
  return useMemo(() => {
    const lookups = lookupsOf(register);
    return {
      waiting: waitingRecords(snapshot, lookups, receiptOf),
      taken: takenRecords(snapshot, lookups, sender),
      received: receivedRecords(snapshot, lookups, sender, seenThrough),
    };
  }, [register, snapshot, sender, seenThrough, receiptOf]);
}

/** Record by record: what waits, what the county has confirmed, what came from others. */
export function RecordTabs({ me }: { readonly me: Me | null }) {
  const lists = useLists(me);
  const newCount = lists.received.lines.filter(({ isNew }) => isNew).length;
  return (
    <Tabs defaultValue="waiting" className={classes['tabs']} keepMounted={false}>
      <Tabs.List aria-label="记录" className={classes['tabList']}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {labels[name]} {formatNumber(lists[name].count)}
            {name === 'received' && newCount > 0 && (
              <span className={classes['newCount']}>新 {newCount}</span>
            )}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map((name) => (
        <Tabs.Panel key={name} value={name} className={classes['tabPanel']}>
          {lists[name].count === 0 ? <NothingIn name={name} /> : <Lines list={lists[name]} name={name} />}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function NothingIn({ name }: { readonly name: TabName }) {
  const words: Readonly<Record<TabName, readonly [string, string]>> = {
    waiting: [
      '没有等待上报的',
      '在这台电脑上做的改动先保存在本机，连上县级后自动上报；还没报上去的列在这里。',
    ],
    taken: ['还没有回执', '县级收下以后会给每条记录一个号和时间，列在这里，作为收到的凭据。'],
    received: ['还没有收到别处的改动', '县级和其他乡镇（您有权看的）改了记录，会自动收到，列在这里。'],
  };
  const [title, hint] = words[name];
  return <EmptyState icon="saved" title={title} hint={hint} />;
}

const stateHeading: Readonly<Record<TabName, string>> = {
  waiting: '情况',
  taken: '回执',
  received: '县级编号和时间',
};

function Lines({ list, name }: { readonly list: RecordList; readonly name: TabName }) {
  const more = list.count - list.lines.length;
  return (
    <>
      <table className={classes['table']} aria-label={labels[name]}>
        <thead>
          <tr>
            <th scope="col">台账</th>
            <th scope="col">记录</th>
            <th scope="col">改动</th>
            <th scope="col">经办人</th>
            <th scope="col">{stateHeading[name]}</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map((line) => (
            <tr key={line.key}>
              <td className={classes['narrow']}>{line.tableLabel}</td>
              <td>
                <TitleCell line={line} />
              </td>
              <td className={classes['what']}>{line.what}</td>
              <td className={classes['narrow']}>{line.by}</td>
              <td className={classes['narrow']}>{line.state}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className={classes['more']}>
          这里列出最近的 {list.lines.length} 条，另有 {formatNumber(more)} 条。
        </p>
      )}
    </>
  );
}

function TitleCell({ line }: { readonly line: RecordLine }): ReactNode {
  const mark = line.isNew && <span className={classes['new']}>新</span>;
  if (line.link === null)
    return (
      <>
        {mark}
        {line.title}
      </>
    );
  return (
    <>
      {mark}
      <Link {...line.link} className={classes['link']}>
        {line.title}
      </Link>
    </>
  );
}
