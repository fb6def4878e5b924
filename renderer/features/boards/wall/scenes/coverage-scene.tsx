import { palette } from '@renderer/components/palette';
import { useSums } from '@renderer/data/insights/react';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import { percentOf } from '@shared/insights/change';
import { figureColours } from '@shared/insights/figure-colours';
import { Composition } from '../../coverage-rates/composition';
import { useBoard } from '../../page/board-context';
import { AnswerState } from '../../parts/answer-state';
import { countedIn, coverageSeries } from '../../parts/figures';
import { RateTrend } from '../../parts/rate-trend';
import classes from '../wall.module.css';
import { WallList } from '../wall-list';

/** Townships of a county or villages of a township, those furthest behind first. */
function Behind({ below }: { readonly below: 'township' | 'village' }) {
  const { asOf, place, decimals, nameOf } = useBoard();
  const sums = useSums({ days: [asOf], groupBy: [below], within: place.within, figures: ['C1'] });
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  const rows = (sums.answer.points[0]?.groups ?? [])
    .map((group) => {
      const [key = '', figure] = [group.keys[0], countedIn(group, 'C1')];
      return { key, figure, percent: percentOf(figure) };
    })
    .filter(({ percent }) => percent !== null)
    .sort((a, b) => (a.percent ?? 0) - (b.percent ?? 0));
  return (
    <WallList
      title="组织覆盖率由低到高"
      note={below === 'township' ? '各乡镇（街道）' : '各村（社区）'}
      rows={rows.map(({ key, figure, percent }) => ({
        key,
        name: nameOf(below, key),
        value: formatRate(figure, decimals),
        note: formatFraction(figure),
        bar: { percent, colour: palette[figureColours.C1] },
      }))}
      most={9}
      measure={below === 'township' ? '个乡镇（街道）' : '个村（社区）'}
      none="没有纳入统计的单位。"
    />
  );
}

/** 覆盖: how it has come about, and who is behind. */
export function CoverageScene() {
  const { below } = useBoard().place;
  return (
    <div className={classes['columns']} data-layout={below === null ? 'two' : 'oneAndTwo'}>
      {below !== null && <Behind below={below} />}
      <RateTrend mostNotes={2} title="三年走势" series={coverageSeries} />
      <Composition />
    </div>
  );
}
