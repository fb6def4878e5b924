import { Button } from '@mantine/core';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { NoticeBox } from '@renderer/components/notice-box';
import type { Insight } from '@renderer/data/insights/react';

type Waiting = Exclude<Insight<never>, { readonly status: 'ready' }>;

/** In place of numbers that are not there yet, or could not be had. */
export function AnswerState({ insight }: { readonly insight: Waiting }) {
  if (insight.status === 'loading') return <LoadingScreen doing="正在计算…" />;
  return (
    <NoticeBox tone="bad" title="这一部分没有取到">
      <p>{insight.problem.text}</p>
      <Button size="xs" variant="default" onClick={insight.retry}>
        重新取数
      </Button>
    </NoticeBox>
  );
}
