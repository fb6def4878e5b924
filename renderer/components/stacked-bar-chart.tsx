import { BarChart } from '@mantine/charts';
import { formatNumber } from '@shared/lib/format-number';
import '@mantine/charts/styles.css';
import classes from './rate-chart.module.css';
import type { RateSeries } from './rate-chart-types';
import { RateLegend } from './rate-legend';
import { StripedBar } from './striped-bar';
import { heightOfNames, type TickProps, WrappedTick } from './wrapped-tick';

export interface StackRow {
  readonly key: string;
  readonly label: string;
  /** By series; a series that is absent has none. */
  readonly values: Readonly<Record<string, number>>;
}

interface StackedBarChartProps {
  readonly rows: readonly StackRow[];
  readonly series: readonly RateSeries[];
  /** 户, 个 … */
  readonly measure: string;
  readonly onOpen: (rowKey: string, seriesKey: string) => void;
}

/** So many names stand whole under their bars; more than that are days, of which some may be left out. */
const mostNames = 8;
/** Signs side by side under all bars, on half a page. */
const wholeLine = 36;

const namesBelow = (rows: readonly StackRow[]) => ({
  interval: 0 as const,
  height: heightOfNames(
    rows.map(({ label }) => label),
    wholeLine,
  ),
  tick: (tick: TickProps) => <WrappedTick {...tick} nameCount={rows.length} wholeLine={wholeLine} />,
});

/** Parts of a whole side by side, from zero. */
export function StackedBarChart({ rows, series, measure, onOpen }: StackedBarChartProps) {
  const striped = new Set<string | undefined>(
    series.flatMap((one) => (one.isStriped === true ? [one.key] : [])),
  );
  return (
    <div className={classes['chart']}>
      {series.length > 1 && <RateLegend series={series} shape="bar" />}
      <div className={classes['plot']}>
        <BarChart
          h="100%"
          type="stacked"
          data={rows.map(({ label, values }) => ({ label, ...values }))}
          dataKey="label"
          series={series.map((one) => ({ name: one.key, label: one.label, color: one.colour }))}
          gridAxis="x"
          tickLine="none"
          textColor="var(--chart-ink)"
          cursorFill="var(--chart-ground)"
          maxBarWidth={34}
          valueFormatter={(value) => `${formatNumber(value)} ${measure}`}
          barChartProps={{ margin: { top: 8 } }}
          yAxisProps={{
            width: 48,
            allowDecimals: false,
            interval: 0,
            tickFormatter: (value: number) => formatNumber(value),
          }}
          xAxisProps={rows.length > mostNames ? { interval: 'equidistantPreserveStart' } : namesBelow(rows)}
          tooltipAnimationDuration={0}
          barProps={(bar) => ({
            isAnimationActive: false,
            ...(striped.has(bar.name) ? { shape: StripedBar } : {}),
            onClick: (_mark: unknown, index: number) => {
              const row = rows[index];
              if (row && bar.name) onOpen(row.key, bar.name);
            },
          })}
        />
      </div>
    </div>
  );
}
