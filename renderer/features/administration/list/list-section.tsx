import { Button, Loader } from '@mantine/core';
import { NoticeBox } from '@renderer/components/notice-box';
import type { CountyList } from '@renderer/sync/status/use-county-list';
import type { ReactNode } from 'react';
import classes from '../administration.module.css';

interface ListSectionProps<T> {
  readonly title: string;
  /** What this list is for. */
  readonly intro: string;
  readonly action?: ReactNode;
  readonly list: CountyList<T>;
  /** What belongs here, when there is nothing. */
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** A titled list with its one action; loading, refusal and nothing to show each in words. */
export function ListSection<T>({ title, intro, action, list, empty, children }: ListSectionProps<T>) {
  const { listed, reload } = list;
  return (
    <section className={classes['section']}>
      <div className={classes['sectionHead']}>
        <div>
          <h2 className={classes['title']}>{title}</h2>
          <p className={classes['intro']}>{intro}</p>
        </div>
        {listed.status === 'ready' && action}
      </div>
      {listed.status === 'loading' && (
        <p className={classes['loading']} role="status">
          <Loader size="xs" aria-hidden="true" /> 正在向县级查询…
        </p>
      )}
      {listed.status === 'failed' && (
        <NoticeBox tone="soon" title="没有查到" isUrgent>
          <p>{listed.problem.text}管理要在联网时进行，台账的其他工作不受影响。</p>
          <Button size="xs" variant="default" mt="xs" onClick={reload}>
            再试一次
          </Button>
        </NoticeBox>
      )}
      {listed.status === 'ready' && (listed.items.length === 0 ? empty : children(listed.items))}
    </section>
  );
}
