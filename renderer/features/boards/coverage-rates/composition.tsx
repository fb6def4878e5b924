import { ChartFrame } from '@renderer/components/chart-frame';
import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { palette } from '@renderer/components/palette';
import { useSums } from '@renderer/data/insights/react';
import { seriesDays } from '@shared/figures/series';
import type { CoverageState } from '@shared/figures/unit-facts';
import { emptyCharts } from '@shared/insights/empty-charts';
import { coverageColours, stripedKinds } from '@shared/insights/figure-colours';
import { formatNumber } from '@shared/lib/format-number';
import { lazy, Suspense, useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { monthLabel } from '../parts/figures';

const StackedBarChart = lazy(async () => ({
  default: (await import('@renderer/components/stacked-bar-chart')).StackedBarChart,
}));

const kinds = [
  { key: 'solo', label: '单独组建' },
  { key: 'joint', label: '联合组建' },
  { key: 'regional', label: '区域、行业覆盖' },
  { key: 'affiliated', label: '挂靠' },
  { key: 'work', label: '仅工作覆盖' },
  { key: 'massOnly', label: '仅有群团' },
  { key: 'blank', label: '空白点' },
] as const satisfies readonly { key: CoverageState; label: string }[];

/** How units are covered, quarter by quarter. Kinds that never occur are left out of the legend. */
export function Composition() {
  const { place, asOf, open } = useBoard();
  const days = useMemo(() => seriesDays(asOf, 'quarter', 13), [asOf]);
  const sums = useSums({
    days,
    groupBy: [],
    within: place.within,
    figures: [],
    distributions: ['coverageStates'],
  });
  const points = sums.status === 'ready' ? sums.answer.points : [];
  const statesOf = (i: number) => points[i]?.groups[0]?.distributions.coverageStates ?? {};
  const shown = kinds.filter(({ key }) => points.some((_, i) => (statesOf(i)[key] ?? 0) > 0));
  const show = (day: string, key: string) => {
    const state = kinds.find((kind) => kind.key === key)?.key;
    if (state) open({ kind: 'state', state }, { on: day });
  };
  const last = statesOf(points.length - 1);
  return (
    <ChartFrame
      title="覆盖方式的变化"
      note="按季末，户数"
      summary={shown.map(({ key, label }) => `${label} ${formatNumber(last[key] ?? 0)} 户`).join('，')}
      table={{
        columns: ['时点', ...shown.map(({ label }) => label)],
        rows: points
          .map((point, i) => ({
            key: point.day,
            name: point.day,
            cells: shown.map(({ key }) => ({
              text: String(statesOf(i)[key] ?? 0),
              onOpen: () => show(point.day, key),
            })),
          }))
          .reverse(),
      }}
    >
      <div className={classes['chart']}>
        {sums.status !== 'ready' ? (
          <AnswerState insight={sums} />
        ) : shown.length === 0 ? (
          <EmptyState icon="chart" title="没有可以画图的数" hint={emptyCharts.composition} />
        ) : (
          <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
            <StackedBarChart
              rows={points.map((point, i) => ({
                key: point.day,
                label: monthLabel(point.day),
                values: statesOf(i),
              }))}
              series={shown.map(({ key, label }) => ({
                key,
                label,
                colour: palette[coverageColours[key]],
                isStriped: stripedKinds.has(key),
              }))}
              measure="户"
              onOpen={show}
            />
          </Suspense>
        )}
      </div>
    </ChartFrame>
  );
}
