import { Button } from '@mantine/core';
import { useSyncActions } from '@renderer/sync/status/react';
import type { RemovalQuestion as Question } from '@renderer/sync/status/sync-status';
import { formatNumber } from '@shared/lib/format-number';
import { useState } from 'react';
import classes from './exchange.module.css';

/** GUARD-1: much of what is here is no longer at the county. Nothing is removed before a person has seen the names. */
export function RemovalQuestion({ removal }: { readonly removal: Question }) {
  const { answerRemoval } = useSyncActions();
  const [isAnswering, setAnswering] = useState(false);
  const { count, total, labels } = removal;
  const answer = (choice: 'remove' | 'keep') => () => {
    setAnswering(true);
    answerRemoval(choice).then(
      () => setAnswering(false),
      () => setAnswering(false),
    );
  };
  const more = count - labels.length;
  return (
    <section className={classes['removal']} aria-label="要不要从本机移除">
      <h2 className={classes['removalTitle']}>
        县级已没有本机 {formatNumber(total)} 条记录中的 {formatNumber(count)} 条
      </h2>
      <p className={classes['text']}>
        为防误删，本机没有动它们。请先核实：是县里清理、移交了，是这台电脑换登记到了别的单位，还是出了差错。拿不准就先保留，并告诉县级管理员。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls and must be reachable by keyboard. */}
      <ul className={classes['names']} tabIndex={0} aria-label="这些记录">
        {labels.map((label, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may have the same name, and the list never changes in place.
          <li key={at}>{label}</li>
        ))}
        {more > 0 && <li>……另有 {formatNumber(more)} 条</li>}
      </ul>
      <div className={classes['buttons']}>
        <Button onClick={answer('keep')} loading={isAnswering}>
          先保留，暂不处理
        </Button>
        <Button variant="default" onClick={answer('remove')} disabled={isAnswering}>
          核实无误，从本机移除这 {formatNumber(count)} 条
        </Button>
      </div>
    </section>
  );
}
