import { ChartFrame } from '@renderer/components/chart-frame';
import type { ChartTable } from '@renderer/components/chart-take-away';
import { LoadingScreen } from '@renderer/components/loading-screen';
import type { RateRow } from '@renderer/components/rate-chart-types';
import type { Figure } from '@shared/figures/figure';
import { formatRate } from '@shared/figures/format-rate';
import { lazy, Suspense } from 'react';
import { coverageSeries } from './coverage-series';
import type { ListSpec } from './list-spec';
import { rateValue } from './rate-text';
import type { TrendPoint } from './trend';

// Recharts is by far the heaviest part of the page: the numbers stand before it arrives.
const RateLineChart = lazy(async () => ({
  default: (await import('@renderer/components/rate-line-chart')).RateLineChart,
}));

interface TrendPanelProps {
  readonly points: readonly TrendPoint[];
  readonly decimals: number;
  readonly onOpen: (spec: ListSpec, on: string) => void;
}

const rowOf = (point: TrendPoint, decimals: number): RateRow => ({
  key: point.day,
  label: point.label,
  title: point.day,
  values: Object.fromEntries(
    coverageSeries.map(({ key }) => [key, rateValue(point.figures?.[key], decimals)]),
  ),
});

function tableOf(props: TrendPanelProps): ChartTable {
  const { points, decimals } = props;
  return {
    columns: ['时点', ...coverageSeries.map(({ label }) => label)],
    rows: [...points].reverse().map((point) => ({
      key: point.day,
      name: point.day,
      cells: coverageSeries.map(({ key }) => {
        const figure = point.figures?.[key];
        if (!figure) return { text: '…' };
        const onOpen = () => props.onOpen({ kind: 'figure', id: key, part: 'in' }, point.day);
        return { text: formatRate(figure, decimals), counted: figure, onOpen };
      }),
    })),
  };
}

const textOf = (figure: Figure | undefined, decimals: number): string =>
  figure ? formatRate(figure, decimals) : '—';

function summaryOf(points: readonly TrendPoint[], decimals: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first?.figures || !last?.figures) return '正在计算三年走势。';
  const [from, to] = [first.figures, last.figures];
  return coverageSeries
    .map(
      ({ key, label }) =>
        `${label}从 ${first.day} 的 ${textOf(from[key], decimals)} 到 ${last.day} 的 ${textOf(to[key], decimals)}`,
    )
    .join('；');
}

/** The pair of rates over three years, by quarter. */
export function TrendPanel(props: TrendPanelProps) {
  const { points, decimals, onOpen } = props;
  const counted = points.filter((point) => point.figures !== null).length;
  return (
    <ChartFrame
      title="三年走势"
      note="按季末"
      hint="点开看名单"
      summary={summaryOf(points, decimals)}
      table={tableOf(props)}
    >
      {counted < points.length ? (
        <LoadingScreen
          doing={`正在重算过去的季度 ${counted}/${points.length}`}
          share={counted / points.length}
        />
      ) : (
        <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
          <RateLineChart
            rows={points.map((point) => rowOf(point, decimals))}
            series={coverageSeries}
            onOpen={(day, id) => onOpen({ kind: 'figure', id: id === 'C3' ? 'C3' : 'C1', part: 'in' }, day)}
          />
        </Suspense>
      )}
    </ChartFrame>
  );
}
