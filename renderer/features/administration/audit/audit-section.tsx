import { Button } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { useSyncActions } from '@renderer/sync/status/react';
import { useCountyList } from '@renderer/sync/status/use-county-list';
import { type AuditEntryMessage, auditReply } from '@shared/sync/account-messages';
import { auditActions } from '@shared/sync/audit-actions';
import { useState } from 'react';
import classes from '../administration.module.css';
import { ListSection } from '../list/list-section';
import { whenText } from '../list/when-text';

const path = '/administration/audit';
const pageSize = 100;

/** 操作记录: who did what to accounts, devices and places. Only read, newest first. */
export function AuditSection() {
  const list = useCountyList(path, auditReply);
  const { older, isDone, isAsking, askOlder } = useOlder();
  return (
    <ListSection
      title="操作记录"
      intro="对账号、设备、登记码、组织层级的每一次操作，不能修改，不能删除。"
      list={list}
      empty={
        <EmptyState
          icon="report"
          title="还没有操作记录"
          hint="新建账号、发登记码、停用设备等都会记在这里。"
        />
      }
    >
      {(newest) => {
        const entries = [...newest, ...older];
        const last = entries.at(-1);
        return (
          <>
            <AuditTable entries={entries} />
            {!isDone && newest.length === pageSize && last !== undefined && (
              <Button
                mt="sm"
                size="xs"
                variant="default"
                loading={isAsking}
                onClick={() => askOlder(last.id)}
              >
                看更早的
              </Button>
            )}
          </>
        );
      }}
    </ListSection>
  );
}

/** Pages before the first one, in order. */
function useOlder() {
  const { ask } = useSyncActions();
  const [older, setOlder] = useState<readonly AuditEntryMessage[]>([]);
  const [isDone, setDone] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const load = async (before: string) => {
    setAsking(true);
    const query = new URLSearchParams({ before, limit: String(pageSize) });
    const answer = await ask<unknown>('GET', `${path}?${query}`);
    setAsking(false);
    const read = answer.ok ? auditReply.safeParse(answer.value) : null;
    if (read?.success !== true) return;
    setOlder((known) => [...known, ...read.data.items]);
    setDone(read.data.items.length < pageSize);
  };
  return {
    older,
    isDone,
    isAsking,
    askOlder: (before: string) => {
      load(before).catch(() => setAsking(false));
    },
  };
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntryMessage[] }) {
  return (
    <table className={classes['table']} aria-label="操作记录">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">操作人</th>
          <th scope="col">操作</th>
          <th scope="col">对象</th>
          <th scope="col">详情</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className={classes['narrow']}>{whenText(entry.at)}</td>
            <td className={classes['narrow']}>{entry.userName ?? '（未登录）'}</td>
            <td className={classes['narrow']}>{auditActions.labels[entry.action]}</td>
            <th scope="row">{entry.subject}</th>
            <td>{entry.detail ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
