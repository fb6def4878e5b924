import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { type RateChartProps, toChartData } from './rate-chart-types';

/** A line among many of its kind: the same scale for all, no axes, the numbers stand beside it. */
export function SmallLine({ rows, series }: Pick<RateChartProps, 'rows' | 'series'>) {
  return (
    <LineChart
      h={56}
      aria-hidden
      data={toChartData(rows)}
      dataKey="label"
      series={series.map((one) => ({ name: one.key, label: one.label, color: one.colour }))}
      withXAxis={false}
      withYAxis={false}
      gridAxis="none"
      withDots={false}
      withTooltip={false}
      connectNulls={false}
      yAxisProps={{ domain: [0, 100] }}
      lineProps={{ isAnimationActive: false }}
      lineChartProps={{ accessibilityLayer: false, margin: { top: 2, bottom: 2, left: 0, right: 0 } }}
    />
  );
}
