import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import classes from './rate-chart.module.css';
import { type RateChartProps, toChartData } from './rate-chart-types';
import { RateLegend, RateTip } from './rate-legend';

/** Smallest round percentage below all points, so that small changes stay visible; the axis says where it starts. */
function floorOf(rows: RateChartProps['rows']): number {
  const all = rows.flatMap((row) => Object.values(row.values).flatMap((value) => value.percent ?? []));
  return all.length === 0 ? 0 : Math.max(0, Math.floor((Math.min(...all) - 5) / 10) * 10);
}

/** Rates over time. A point without a base is a gap in the line. */
export function RateLineChart({ rows, series, onOpen }: RateChartProps) {
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
          textColor="#59616b"
          valueFormatter={(value) => `${value}%`}
          yAxisProps={{ domain: [floorOf(rows), 100], width: 42, tickCount: 5 }}
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
