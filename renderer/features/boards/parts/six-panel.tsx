import { ChartFrame } from '@renderer/components/chart-frame';
import { EmptyState } from '@renderer/components/empty-state';
import { formatRate } from '@shared/figures/format-rate';
import { emptyCharts } from '@shared/insights/empty-charts';
import type { SumsGroup } from '@shared/insights/messages';
import { formatNumber } from '@shared/lib/format-number';
import { useBoard } from '../page/board-context';
import { countedIn } from './figures';
import { SixBars } from './six-bars';
import { useSixTargets } from './use-six-targets';

interface SixPanelProps {
  readonly title: string;
  readonly group: SumsGroup | undefined;
}

/** Every item of 六有 with the units that have it; the table says the same in numbers. */
export function SixPanel({ title, group }: SixPanelProps) {
  const { items, decimals, open } = useBoard();
  const { denominator } = countedIn(group, 'C20');
  const met = group?.distributions.sixByItem ?? {};
  const targets = useSixTargets();
  const note = targets.size === 0 ? '' : '，竖线：今年目标';
  return (
    <ChartFrame
      title={title}
      note={`已评估 ${formatNumber(denominator)} 户${note}`}
      summary={items.map(({ code, label }) => `${label} ${formatNumber(met[code] ?? 0)} 户达到`).join('，')}
      table={{
        columns: ['项目', '达到率', '未达到（户）', '今年目标'],
        rows: items.map(({ code, label }) => {
          const figure = { numerator: met[code] ?? 0, denominator };
          return {
            key: code,
            name: label,
            cells: [
              {
                text: formatRate(figure, decimals),
                counted: figure,
                onOpen: () => open({ kind: 'sixItem', code, isMet: true }),
              },
              {
                text: String(denominator - figure.numerator),
                onOpen: () => open({ kind: 'sixItem', code, isMet: false }),
              },
              { text: targets.has(code) ? `${targets.get(code)}%` : '—' },
            ],
          };
        }),
      }}
    >
      {items.length === 0 ? (
        <EmptyState icon="chart" title="没有可以画图的数" hint={emptyCharts.sixItems} />
      ) : (
        <SixBars group={group} targets={targets} />
      )}
    </ChartFrame>
  );
}
