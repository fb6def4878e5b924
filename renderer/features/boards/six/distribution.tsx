import { ChartFrame } from '@renderer/components/chart-frame';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { palette } from '@renderer/components/palette';
import type { SumsGroup } from '@shared/insights/messages';
import { formatNumber } from '@shared/lib/format-number';
import { lazy, Suspense } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';

const StackedBarChart = lazy(async () => ({
  default: (await import('@renderer/components/stacked-bar-chart')).StackedBarChart,
}));

/** How many units have met how many items. */
export function Distribution({ group }: { readonly group: SumsGroup | undefined }) {
  const { items, open } = useBoard();
  const counts = group?.distributions.sixByCount ?? {};
  const rows = Array.from({ length: items.length + 1 }, (_, met) => ({
    met,
    count: counts[String(met)] ?? 0,
  }));
  const show = (met: number) => open({ kind: 'sixMet', met });
  return (
    <ChartFrame
      title="达到项数"
      note="户数"
      hint="点开看名单"
      summary={rows.map(({ met, count }) => `达到 ${met} 项 ${formatNumber(count)} 户`).join('，')}
      table={{
        columns: ['达到项数', '户数'],
        rows: rows.map(({ met, count }) => ({
          key: String(met),
          name: `${met} 项`,
          cells: [{ text: String(count), onOpen: () => show(met) }],
        })),
      }}
    >
      <div className={classes['chart']}>
        <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
          <StackedBarChart
            rows={rows.map(({ met, count }) => ({
              key: String(met),
              label: `${met} 项`,
              values: { units: count },
            }))}
            series={[{ key: 'units', label: '单位', colour: palette.blue }]}
            measure="户"
            onOpen={(key) => show(Number(key))}
          />
        </Suspense>
      </div>
    </ChartFrame>
  );
}
