import { SegmentedControl } from '@mantine/core';
import { ChartFrame } from '@renderer/components/chart-frame';
import type { ChartTable } from '@renderer/components/chart-take-away';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { formatRate } from '@shared/figures/format-rate';
import { lazy, Suspense } from 'react';
import { type ComparedGroup, shownInChart } from './compare';
import { coverageSeries } from './coverage-series';
import { type Comparison, comparisonNames, comparisons, type GroupRef } from './groupings';
import type { ListSpec } from './list-spec';
import { rateValue } from './rate-text';

const RateBarChart = lazy(async () => ({
  default: (await import('@renderer/components/rate-bar-chart')).RateBarChart,
}));

interface ComparePanelProps {
  readonly grouping: Comparison;
  readonly onGrouping: (grouping: Comparison) => void;
  readonly groups: readonly ComparedGroup[];
  readonly decimals: number;
  readonly onOpen: (spec: ListSpec, group: GroupRef) => void;
}

const choices = comparisonNames.map((value) => ({ value, label: comparisons[value] }));

function tableOf({ groups, grouping, decimals, onOpen }: ComparePanelProps): ChartTable {
  return {
    columns: [comparisons[grouping], ...coverageSeries.map(({ label }) => label), '空白点'],
    rows: groups.map((group) => {
      const ref = { grouping, key: group.key };
      return {
        key: group.key,
        name: group.name,
        cells: [
          ...coverageSeries.map(({ key }) => ({
            text: formatRate(group[key], decimals),
            counted: group[key],
            onOpen: () => onOpen({ kind: 'figure', id: key, part: 'in' }, ref),
          })),
          {
            text: String(group.C4.numerator),
            onOpen: () => onOpen({ kind: 'figure', id: 'C4', part: 'in' }, ref),
          },
        ],
      };
    }),
  };
}

/** The pair of rates side by side for townships, villages, industries or sizes. */
export function ComparePanel(props: ComparePanelProps) {
  const { grouping, onGrouping, groups, decimals, onOpen } = props;
  const shown = shownInChart(groups);
  const lowest = groups[0];
  return (
    <ChartFrame
      title="对比"
      summary={
        lowest
          ? `共 ${groups.length} 组，组织覆盖率最低的是${lowest.name}，${formatRate(lowest.C1, decimals)}。`
          : '没有可对比的单位。'
      }
      tools={
        <SegmentedControl
          size="xs"
          aria-label="对比方式"
          value={grouping}
          onChange={onGrouping}
          data={choices}
        />
      }
      table={tableOf(props)}
    >
      <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
        <RateBarChart
          rows={shown.map((group) => ({
            key: group.key,
            label: group.name,
            values: Object.fromEntries(
              coverageSeries.map(({ key }) => [key, rateValue(group[key], decimals)]),
            ),
          }))}
          series={coverageSeries}
          note={shown.length < groups.length ? `最低的 ${shown.length} 个，全部见表格` : undefined}
          onOpen={(key, id) =>
            onOpen({ kind: 'figure', id: id === 'C3' ? 'C3' : 'C1', part: 'in' }, { grouping, key })
          }
        />
      </Suspense>
    </ChartFrame>
  );
}
