import { ChartFrame } from '@renderer/components/chart-frame';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { useSums } from '@renderer/data/insights/react';
import { formatNumber } from '@shared/lib/format-number';
import { lazy, Suspense } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { countedIn } from '../parts/figures';

const CountTreemap = lazy(async () => ({
  default: (await import('@renderer/components/count-treemap')).CountTreemap,
}));

/** Units without an organization by industry: the largest areas are where most is to be done. */
export function UncoveredMap() {
  const { place, asOf, open, nameOf } = useBoard();
  const sums = useSums({ days: [asOf], groupBy: ['industry'], within: place.within, figures: ['C1'] });
  const groups = sums.status === 'ready' ? (sums.answer.points[0]?.groups ?? []) : [];
  const parts = groups
    .map((group) => {
      const { numerator, denominator } = countedIn(group, 'C1');
      const key = group.keys[0] ?? '';
      return { key, name: nameOf('industry', key), value: denominator - numerator };
    })
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const show = (key: string) => open({ kind: 'figure', id: 'C1', part: 'out' }, { group: { industry: key } });
  return (
    <ChartFrame
      title="没有组织覆盖的单位在哪些行业"
      note={`共 ${formatNumber(total)} 户`}
      summary={parts.map(({ name, value }) => `${name} ${formatNumber(value)} 户`).join('，')}
      table={{
        columns: ['行业门类', '没有组织覆盖（户）'],
        rows: parts.map(({ key, name, value }) => ({
          key,
          name,
          cells: [{ text: String(value), onOpen: () => show(key) }],
        })),
      }}
    >
      <div className={classes['chart']}>
        {sums.status === 'ready' ? (
          <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
            <CountTreemap parts={parts} measure="户" onOpen={show} />
          </Suspense>
        ) : (
          <AnswerState insight={sums} />
        )}
      </div>
    </ChartFrame>
  );
}
