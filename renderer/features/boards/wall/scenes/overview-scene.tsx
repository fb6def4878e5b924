import { useSums } from '@renderer/data/insights/react';
import { headlineFigures } from '@shared/insights/headline';
import { HeadlineTiles } from '../../overview/headline-tiles';
import { useBoard } from '../../page/board-context';
import { AnswerState } from '../../parts/answer-state';
import classes from '../wall.module.css';

/** 总览: the coverage pair, and what is missing. */
export function OverviewScene() {
  const { asOf, against, place } = useBoard();
  const sums = useSums({
    days: [asOf, against.day],
    groupBy: [],
    within: place.within,
    figures: [...headlineFigures],
  });
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  return <HeadlineTiles answer={sums.answer} withDoubleStandard={false} layout={classes['headline']} />;
}
