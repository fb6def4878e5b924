import { ChartFrame } from '@renderer/components/chart-frame';
import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { palette } from '@renderer/components/palette';
import { formatNumber } from '@shared/lib/format-number';
import { lazy, Suspense } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import type { ListGroup } from './team-lists';

const StackedBarChart = lazy(async () => ({
  default: (await import('@renderer/components/stacked-bar-chart')).StackedBarChart,
}));

/** Records by a value; a bar opens the records it stands for. */
export function ListChart({ group }: { readonly group: ListGroup }) {
  const { change } = useBoard();
  const { title, measure, lists } = group;
  const total = lists.reduce((sum, { records }) => sum + records.length, 0);
  return (
    <ChartFrame
      title={title}
      note={`共 ${formatNumber(total)} ${measure}`}
      hint="点开看名单"
      summary={lists
        .map(({ label, records }) => `${label} ${formatNumber(records.length)} ${measure}`)
        .join('，')}
      table={{
        columns: [title, `数量（${measure}）`],
        rows: lists.map(({ key, label, records }) => ({
          key,
          name: label,
          cells: [{ text: String(records.length), onOpen: () => change({ show: key }) }],
        })),
      }}
    >
      <div className={classes['chart']}>
        {total === 0 ? (
          <EmptyState icon="saved" title="没有" hint="台账里没有这样的记录。" />
        ) : (
          <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
            <StackedBarChart
              rows={lists.map(({ key, label, records }) => ({
                key,
                label,
                values: { count: records.length },
              }))}
              series={[{ key: 'count', label: title, colour: palette.blue }]}
              measure={measure}
              onOpen={(key) => change({ show: key })}
            />
          </Suspense>
        )}
      </div>
    </ChartFrame>
  );
}
