import { ChartFrame } from '@renderer/components/chart-frame';
import { LoadingScreen } from '@renderer/components/loading-screen';
import type { RateSeries } from '@renderer/components/rate-chart-types';
import { useSums } from '@renderer/data/insights/react';
import type { FigureId } from '@shared/figures/figure';
import { formatRate } from '@shared/figures/format-rate';
import { seriesDays } from '@shared/figures/series';
import { lazy, Suspense, useMemo } from 'react';
import { marksOf, TrendNotes, useTrendNotes } from '../notes/trend-notes';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from './answer-state';
import { countedIn, monthLabel, rateValue } from './figures';

const RateLineChart = lazy(async () => ({
  default: (await import('@renderer/components/rate-line-chart')).RateLineChart,
}));

interface RateTrendProps {
  readonly title: string;
  readonly series: readonly (RateSeries & { readonly key: FigureId })[];
}

/** Rates over three years by quarter; where the rules changed between two points, the note says so. */
export function RateTrend({ title, series }: RateTrendProps) {
  const { asOf, place, decimals, open } = useBoard();
  const days = useMemo(() => seriesDays(asOf, 'quarter', 13), [asOf]);
  const figures = series.map(({ key }) => key);
  const notes = useTrendNotes(days);
  const marks = useMemo(() => marksOf(notes), [notes]);
  const sums = useSums({ days, groupBy: [], within: place.within, figures });
  const points = sums.status === 'ready' ? sums.answer.points : [];
  const show = (day: string, key: string) => {
    const id = figures.find((known) => known === key);
    if (id) open({ kind: 'figure', id, part: 'in' }, { on: day });
  };
  const newRules = points.filter(
    (point, i) => i > 0 && point.ruleSetVersion !== points[i - 1]?.ruleSetVersion,
  );
  const note =
    newRules.length === 0
      ? '按季末'
      : `按季末；${newRules.map(({ day }) => monthLabel(day)).join('、')}起口径有变`;
  const [first, last] = [points[0], points.at(-1)];
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={
        first && last
          ? series
              .map(
                ({ key, label }) =>
                  `${label}从 ${first.day} 的 ${formatRate(countedIn(first.groups[0], key), decimals)} 到 ${last.day} 的 ${formatRate(countedIn(last.groups[0], key), decimals)}`,
              )
              .join('；')
          : '正在计算三年走势。'
      }
      table={{
        columns: ['时点', ...series.map(({ label }) => label)],
        rows: [...points].reverse().map((point) => ({
          key: point.day,
          name: point.day,
          cells: series.map(({ key }) => {
            const figure = countedIn(point.groups[0], key);
            return {
              text: formatRate(figure, decimals),
              counted: figure,
              onOpen: () => show(point.day, key),
            };
          }),
        })),
      }}
    >
      <div className={classes['trend']}>
        <div className={classes['chart']}>
          {sums.status === 'ready' ? (
            <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
              <RateLineChart
                rows={points.map((point) => ({
                  key: point.day,
                  label: monthLabel(point.day),
                  title: point.day,
                  values: Object.fromEntries(
                    figures.map((id) => [id, rateValue(countedIn(point.groups[0], id), decimals)]),
                  ),
                }))}
                series={series}
                marks={marks}
                onOpen={show}
              />
            </Suspense>
          ) : (
            <AnswerState insight={sums} />
          )}
        </div>
        <TrendNotes notes={notes} />
      </div>
    </ChartFrame>
  );
}
