import { DayPicker } from '@renderer/components/day-picker';
import { seriesDays } from '@shared/figures/series';
import { addDays, addMonths } from '@shared/lib/day';
import { useBoard } from '../page/board-context';
import classes from '../page/boards.module.css';

interface NamedDay {
  readonly value: string;
  readonly label: string;
}

/** Year starts and ends of months an office compares with, each once, under the first of its names. */
function usualDays(asOf: string): NamedDay[] {
  const year = Number(asOf.slice(0, 4));
  const monthEnds = seriesDays(asOf, 'month', 7).slice(0, -1).reverse();
  const all = [
    { value: addMonths(asOf, -12), label: '上年同期' },
    { value: `${year - 1}-12-31`, label: '上年末' },
    { value: `${year}-01-01`, label: '今年年初' },
    { value: `${year - 1}-01-01`, label: '上年年初' },
    { value: seriesDays(asOf, 'quarter', 2)[0] ?? asOf, label: '上季末' },
    ...monthEnds.map((value) => ({ value, label: `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月末` })),
  ];
  return all.filter(({ value }, i) => value < asOf && all.findIndex((other) => other.value === value) === i);
}

/** Which other day the changes are against: the address keeps it, so that a link shows the same comparison. */
export function CompareChoice() {
  const { asOf, against, change } = useBoard();
  const usual = usualDays(asOf);
  const name = usual.find(({ value }) => value === against.day)?.label;
  const words = name === undefined ? against.day : `${name} ${against.day}`;
  return (
    <div className={classes['tools']}>
      <span className={classes['quiet']}>各数的变化，对比</span>
      <DayPicker
        label={`对比日期 ${words}，更改`}
        title="选择对比日期"
        day={against.day}
        maxDay={addDays(asOf, -1)}
        presets={usual}
        onChange={(day) => change({ against: day === addMonths(asOf, -12) ? undefined : day })}
      >
        {words}
      </DayPicker>
    </div>
  );
}
