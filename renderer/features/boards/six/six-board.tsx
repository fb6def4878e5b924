/** 六有: which items are missing, where, and what changes from one quarter to the next. */

import { palette } from '@renderer/components/palette';
import { figureColours } from '@shared/insights/figure-colours';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';
import { AnswerState } from '../parts/answer-state';
import { totalOn } from '../parts/figures';
import { RateTrend } from '../parts/rate-trend';
import { SixPanel } from '../parts/six-panel';
import { Distribution } from './distribution';
import { FlowPanel } from './flow-panel';
import { ItemMatrix } from './item-matrix';
import { NearlyPanel } from './nearly-panel';
import { useSixSums } from './use-six-sums';

/** The series of 达标率走势. */
export const passed = [
  { key: 'C20', label: '六有达标率（已评估）', colour: palette[figureColours.C20] },
] as const;

export function SixBoard() {
  const { asOf, place } = useBoard();
  const sums = useSixSums();
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  const group = totalOn(sums.answer, asOf);
  return (
    <div className={classes['columns']}>
      <div className={classes['third']}>
        <SixPanel title="六有各项" group={group} />
      </div>
      <div className={classes['third']}>
        <Distribution group={group} />
      </div>
      <div className={classes['third']}>
        <RateTrend title="达标率走势" series={passed} />
      </div>
      {place.below !== null && (
        <div className={classes['whole']}>
          <ItemMatrix />
        </div>
      )}
      <div className={classes['half']}>
        <NearlyPanel />
      </div>
      <div className={classes['half']}>
        <FlowPanel />
      </div>
    </div>
  );
}
