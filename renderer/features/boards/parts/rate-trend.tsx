import { ChartFrame } from '@renderer/components/chart-frame';
import { EmptyState } from '@renderer/components/empty-state';
import { LoadingScreen } from '@renderer/components/loading-screen';
import type { RateSeries } from '@renderer/components/rate-chart-types';
import { useSums } from '@renderer/data/insights/react';
import type { FigureId } from '@shared/figures/figure';
import { formatRate } from '@shared/figures/format-rate';
import { seriesDays } from '@shared/figures/series';
import { emptyCharts } from '@shared/insights/empty-charts';
import type { SumsPoint } from '@shared/insights/messages';
import { lazy, Suspense, useMemo } from 'react';
import { marksOf, TrendNotes, useTrendNotes } from '../notes/trend-notes';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from './answer-state';
import { countedIn, daysOfNewRules, monthLabel, rateValue } from './figures';

const RateLineChart = lazy(async () => ({
  default: (await import('@renderer/components/rate-line-chart')).RateLineChart,
}));

interface RateTrendProps {
  readonly title: string;
  readonly series: readonly (RateSeries & { readonly key: FigureId })[];
  /** Where there is little room, only so many notes, the newest; default: all. */
  readonly mostNotes?: number;
}

function summaryOf(points: readonly SumsPoint[], series: RateTrendProps['series'], decimals: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '正在计算三年走势。';
  const rateOn = ({ groups: [group] }: SumsPoint, key: FigureId) =>
    formatRate(countedIn(group, key), decimals);
  return series
    .map(
      ({ key, label }) =>
        `${label}从 ${first.day} 的 ${rateOn(first, key)} 到 ${last.day} 的 ${rateOn(last, key)}`,
    )
    .join('；');
}

/** Rates over three years by quarter; where the rules changed between two points, the note says so. */
export function RateTrend({ title, series, mostNotes }: RateTrendProps) {
  const { asOf, place, decimals, open } = useBoard();
  const days = useMemo(() => seriesDays(asOf, 'quarter', 13), [asOf]);
  const figures = series.map(({ key }) => key);
  const all = useTrendNotes(days);
  const notes = useMemo(() => all.slice(-(mostNotes ?? all.length)), [all, mostNotes]);
  const marks = useMemo(() => marksOf(notes), [notes]);
  const sums = useSums({ days, groupBy: [], within: place.within, figures });
  const points = sums.status === 'ready' ? sums.answer.points : [];
  const show = (day: string, key: string) => {
    const id = figures.find((known) => known === key);
    if (id) open({ kind: 'figure', id, part: 'in' }, { on: day });
  };
  const newRules = daysOfNewRules(points).map(monthLabel);
  const note = newRules.length === 0 ? '按季末' : `按季末；${newRules.join('、')}起口径有变`;
  const hasNone = points.every((point) =>
    figures.every((id) => countedIn(point.groups[0], id).denominator === 0),
  );
  return (
    <ChartFrame
      title={title}
      note={note}
      summary={summaryOf(points, series, decimals)}
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
          {sums.status !== 'ready' ? (
            <AnswerState insight={sums} />
          ) : hasNone ? (
            <EmptyState icon="chart" title="没有可以画图的数" hint={emptyCharts.coverageTrend} />
          ) : (
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
          )}
        </div>
        <TrendNotes notes={notes} rest={all.length - notes.length} />
      </div>
    </ChartFrame>
  );
}
