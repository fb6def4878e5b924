import { useFacts } from '@renderer/data/figures/react';
import { useSums } from '@renderer/data/insights/react';
import { useMemo } from 'react';
import { ResourcesPanel } from '../../overview/resources-panel';
import { useBoard } from '../../page/board-context';
import { AnswerState } from '../../parts/answer-state';
import { ListChart } from '../../team/list-chart';
import { teamLists } from '../../team/team-lists';
import classes from '../wall.module.css';

/** 队伍: who there is to work with, where secretaries come from, whose term ends, who the members are. */
export function TeamScene() {
  const view = useFacts();
  const { asOf, place } = useBoard();
  const groups = useMemo(() => teamLists(view, place).slice(0, 3), [view, place]);
  const sums = useSums({
    days: [asOf],
    groupBy: [],
    within: place.within,
    figures: ['C13b', 'C18', 'C19'],
  });
  if (sums.status !== 'ready') return <AnswerState insight={sums} />;
  return (
    <div className={classes['columns']} data-layout="four">
      <ResourcesPanel answer={sums.answer} />
      {groups.map((group) => (
        <ListChart key={group.title} group={group} />
      ))}
    </div>
  );
}
