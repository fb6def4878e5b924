import { useBoard } from '../../page/board-context';
import { AnswerState } from '../../parts/answer-state';
import { totalOn } from '../../parts/figures';
import { RateTrend } from '../../parts/rate-trend';
import { SixPanel } from '../../parts/six-panel';
import { Distribution } from '../../six/distribution';
import { passed } from '../../six/six-board';
import { useSixSums } from '../../six/use-six-sums';
import classes from '../wall.module.css';

/** 六有: which items are missing, how far the units are, and which way it goes. */
export function SixScene() {
  const { asOf } = useBoard();
  const sums = useSixSums();
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  const group = totalOn(sums.answer, asOf);
  return (
    <div className={classes['columns']} data-layout="oneAndTwo">
      <SixPanel title="六有各项" group={group} />
      <RateTrend mostNotes={2} title="达标率走势" series={passed} />
      <Distribution group={group} />
    </div>
  );
}
