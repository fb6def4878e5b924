import { Button } from '@mantine/core';
import { LoadingScreen } from '@renderer/components/loading-screen';
import type { SumsGroup } from '@shared/insights/messages';
import { lazy, Suspense } from 'react';
import { useBoard } from '../page/board-context';

const BriefingDialog = lazy(async () => ({ default: (await import('./briefing-dialog')).BriefingDialog }));

const shown = 'briefing';

/** One click to the briefing; the address keeps it open, so that other pages can lead to it. */
export function BriefingButton({ group }: { readonly group: SumsGroup | undefined }) {
  const { search, change } = useBoard();
  return (
    <>
      <Button variant="default" size="xs" onClick={() => change({ show: shown })}>
        分析简报
      </Button>
      {search.show === shown && (
        <Suspense fallback={<LoadingScreen doing="正在打开简报…" />}>
          <BriefingDialog group={group} onClose={() => change({ show: undefined })} />
        </Suspense>
      )}
    </>
  );
}
