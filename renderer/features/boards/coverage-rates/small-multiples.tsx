import { ChartFrame } from '@renderer/components/chart-frame';
import { LoadingScreen } from '@renderer/components/loading-screen';
import { Panel } from '@renderer/components/panel';
import { RateLegend } from '@renderer/components/rate-legend';
import { useSums } from '@renderer/data/insights/react';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { seriesDays } from '@shared/figures/series';
import { percentOf } from '@shared/insights/change';
import type { SumsGroup } from '@shared/insights/messages';
import type { Narrowing } from '@shared/insights/within';
import { lazy, Suspense, useMemo } from 'react';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { countedIn, coverageSeries, monthLabel, rateValue } from '../parts/figures';

const SmallLine = lazy(async () => ({
  default: (await import('@renderer/components/small-line')).SmallLine,
}));

/** More would take a county of 500 townships minutes to draw; the table beside it has all. */
const shownCount = 24;

interface Multiple {
  readonly key: string;
  readonly groups: readonly (SumsGroup | undefined)[];
}

/** Every rate of every quarter; the panel draws only the lowest. */
const tableOf = (
  multiples: readonly Multiple[],
  days: readonly string[],
  nameOf: (key: string) => string,
  decimals: number,
) => ({
  columns: [
    '名称',
    ...days.flatMap((day) => coverageSeries.map(({ label }) => `${monthLabel(day)}${label}`)),
  ],
  rows: multiples.map(({ key, groups }) => ({
    key,
    name: nameOf(key),
    cells: groups.flatMap((group) =>
      coverageSeries.map((one) => {
        const counted = countedIn(group, one.key);
        return { text: formatRate(counted, decimals), counted };
      }),
    ),
  })),
});

/** The pair of rates of every township over three years on one scale, lowest 组织覆盖率 first. */
export function SmallMultiples() {
  const { place, asOf, decimals, nameOf } = useBoard();
  const below = place.below;
  const days = useMemo(() => seriesDays(asOf, 'quarter', 13), [asOf]);
  const sums = useSums(
    below === null ? null : { days, groupBy: [below], within: place.within, figures: ['C1', 'C3'] },
  );
  const points = sums.status === 'ready' ? sums.answer.points : null;
  const multiples = useMemo((): Multiple[] => {
    const last = points?.at(-1)?.groups ?? [];
    const keys = last.map((group) => group.keys[0] ?? '');
    const now = new Map(last.map((group) => [group.keys[0] ?? '', percentOf(countedIn(group, 'C1')) ?? 101]));
    return keys
      .sort((a, b) => (now.get(a) ?? 0) - (now.get(b) ?? 0))
      .map((key) => ({
        key,
        groups: (points ?? []).map((point) => point.groups.find((group) => group.keys[0] === key)),
      }));
  }, [points]);
  if (below === null) return null;
  const title = below === 'township' ? '各乡镇（街道）三年走势' : '各村（社区）三年走势';
  if (sums.status !== 'ready')
    return (
      <Panel title={title}>
        <AnswerState insight={sums} />
      </Panel>
    );
  const more = multiples.length > shownCount ? `，先列最低的 ${shownCount} 个` : '';
  const [lowest] = multiples;
  return (
    <ChartFrame
      title={title}
      note={`同一刻度，按季末${more}`}
      summary={
        lowest
          ? `共 ${multiples.length} 个，组织覆盖率最低的是${nameOf(below, lowest.key)}，${formatRate(countedIn(lowest.groups.at(-1), 'C1'), decimals)}。`
          : '没有可对比的单位。'
      }
      table={tableOf(multiples, days, (key) => nameOf(below, key), decimals)}
    >
      <RateLegend series={coverageSeries} shape="line" />
      <Suspense fallback={<LoadingScreen doing="正在画图…" />}>
        <ul className={classes['multiples']}>
          {multiples.slice(0, shownCount).map((multiple) => (
            <MultipleItem key={multiple.key} multiple={multiple} days={days} below={below} />
          ))}
        </ul>
      </Suspense>
    </ChartFrame>
  );
}

interface MultipleItemProps {
  readonly multiple: Multiple;
  readonly days: readonly string[];
  readonly below: Narrowing;
}

/** One place with its line, and what stands behind its last point. */
function MultipleItem({ multiple: { key, groups }, days, below }: MultipleItemProps) {
  const { decimals, open, nameOf } = useBoard();
  return (
    <li className={classes['multiple']}>
      <h3>{nameOf(below, key)}</h3>
      <SmallLine
        series={coverageSeries}
        rows={days.map((day, i) => ({
          key: day,
          label: monthLabel(day),
          values: Object.fromEntries(
            coverageSeries.map((one) => [one.key, rateValue(countedIn(groups[i], one.key), decimals)]),
          ),
        }))}
      />
      {coverageSeries.map((one) => {
        const figure = countedIn(groups.at(-1), one.key);
        return (
          <p key={one.key}>
            <button
              type="button"
              className={classes['link']}
              onClick={() => open({ kind: 'figure', id: one.key, part: 'in' }, { group: { [below]: key } })}
            >
              {one.label.slice(0, 2)} {formatRate(figure, decimals)}
            </button>
            <span className={classes['quiet']}>{formatFraction(figure)}</span>
          </p>
        );
      })}
    </li>
  );
}
