import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import classes from './rate-chart.module.css';
import { type RateChartProps, toChartData } from './rate-chart-types';
import { RateLegend, RateTip } from './rate-legend';
import { heightOfNames, WrappedTick } from './wrapped-tick';

/** Rates of groups side by side, each from zero. */
export function RateBarChart({
  rows,
  series,
  note,
  onOpen,
}: RateChartProps & { readonly note?: string | undefined }) {
  return (
    <div className={classes['chart']}>
      <RateLegend series={series} shape="bar" note={note} />
      <div className={classes['plot']}>
        <BarChart
          h="100%"
          data={toChartData(rows)}
          dataKey="label"
          series={series.map((one) => ({ name: one.key, label: one.label, color: one.colour }))}
          gridAxis="x"
          tickLine="none"
          textColor="var(--chart-ink)"
          cursorFill="var(--chart-ground)"
          maxBarWidth={22}
          valueFormatter={(value) => `${value}%`}
          barChartProps={{ margin: { top: 8 } }}
          yAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100], width: 42 }}
          xAxisProps={{
            interval: 0,
            height: heightOfNames(rows.map(({ label }) => label)),
            tick: (tick) => <WrappedTick {...tick} nameCount={rows.length} />,
          }}
          barProps={(bar) => ({
            isAnimationActive: false,
            onClick: (_mark: unknown, index: number) => {
              const row = rows[index];
              if (row && bar.name) onOpen(row.key, bar.name);
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
