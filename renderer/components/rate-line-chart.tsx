import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import classes from './rate-chart.module.css';
import { type RateChartProps, type RateMark, toChartData } from './rate-chart-types';
import { RateLegend, RateTip } from './rate-legend';

/**
 * Even ticks from a round percentage below all points up to 100, so that small changes stay visible; the axis says
 * where it starts.
 */
export function ticksFor(rows: RateChartProps['rows']): number[] {
  const all = rows.flatMap((row) => Object.values(row.values).flatMap((value) => value.percent ?? []));
  const lowest = Math.max(0, Math.min(100, ...all) - 3);
  const step = 100 - lowest > 50 ? 20 : 10;
  const first = Math.floor(lowest / step) * step;
  return Array.from({ length: (100 - first) / step + 1 }, (_, i) => first + i * step);
}

/** Rates over time. A point without a base is a gap in the line. */
export function RateLineChart({
  rows,
  series,
  marks = [],
  onOpen,
}: RateChartProps & { readonly marks?: readonly RateMark[] }) {
  const ticks = ticksFor(rows);
  return (
    <div className={classes['chart']}>
      <RateLegend series={series} shape="line" />
      <div className={classes['plot']}>
        <LineChart
          h="100%"
          data={toChartData(rows)}
          dataKey="label"
          series={series.map((one) => ({ name: one.key, label: one.label, color: one.colour }))}
          curveType="linear"
          connectNulls={false}
          strokeWidth={2}
          gridAxis="x"
          tickLine="none"
          textColor="var(--chart-ink)"
          valueFormatter={(value) => `${value}%`}
          referenceLines={marks.flatMap(({ rowKey, label }) => {
            const x = rows.find(({ key }) => key === rowKey)?.label;
            return x === undefined
              ? []
              : [{ x, label, color: 'var(--chart-ink)', labelPosition: 'insideTopRight' }];
          })}
          lineChartProps={{ margin: { top: 8, right: 4 } }}
          yAxisProps={{
            domain: [ticks[0] ?? 0, 100],
            ticks,
            width: 42,
            interval: 0,
          }}
          xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 12 }}
          lineProps={(line) => ({
            isAnimationActive: false,
            dot: { r: 3 },
            activeDot: {
              r: 5,
              onClick: (_event: unknown, dot: unknown) => {
                const row = rows[indexOf(dot)];
                if (row) onOpen(row.key, line.name);
              },
            },
          })}
          tooltipProps={{
            isAnimationActive: false,
            content: ({ label }) => <RateTip row={rows.find((row) => row.label === label)} series={series} />,
          }}
        />
      </div>
    </div>
  );
}

/** Recharts hands handlers the properties of the mark. */
function indexOf(mark: unknown): number {
  return typeof mark === 'object' && mark !== null && 'index' in mark && typeof mark.index === 'number'
    ? mark.index
    : -1;
}
