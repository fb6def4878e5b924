import { useSums } from '@renderer/data/insights/react';
import { useBoard } from '../page/board-context';

/** What 六有 of the place looked at is drawn from, on the board and on the wall. */
export function useSixSums() {
  const { asOf, place } = useBoard();
  return useSums({
    days: [asOf],
    groupBy: [],
    within: place.within,
    figures: ['C20'],
    distributions: ['sixByItem', 'sixByCount'],
  });
}
