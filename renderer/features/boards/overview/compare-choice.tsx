import { SegmentedControl } from '@mantine/core';
import { seriesDays } from '@shared/figures/series';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';

/** Which other day the changes are against: the address keeps it, so that a link shows the same comparison. */
export function CompareChoice() {
  const { asOf, search, change } = useBoard();
  const [monthEnd, quarterEnd] = (['month', 'quarter'] as const).map(
    (step) => seriesDays(asOf, step, 2)[0] ?? asOf,
  );
  const yearEnd = `${Number(asOf.slice(0, 4)) - 1}-12-31`;
  const choices = [
    { value: '', label: '上年同期' },
    { value: yearEnd, label: '上年末' },
    { value: quarterEnd ?? asOf, label: '上季末' },
    { value: monthEnd ?? asOf, label: '上月末' },
  ].filter((one, i, all) => all.findIndex(({ value }) => value === one.value) === i);
  const value = search.against ?? '';
  const known = choices.some((one) => one.value === value);
  return (
    <div className={classes['tools']}>
      <span className={classes['quiet']}>变化对比</span>
      <SegmentedControl
        size="xs"
        aria-label="变化与哪一天对比"
        value={value}
        onChange={(next) => change({ against: next === '' ? undefined : next })}
        data={known ? choices : [...choices, { value, label: value }]}
      />
    </div>
  );
}
