import { DayPicker } from '@renderer/components/day-picker';
import { addDays, addMonths } from '@shared/lib/day';

interface AsOfPickerProps {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

/** Days an office reports by: today, the last ends of month, quarter and year, a year ago. */
function presetsOf(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4));
  const monthStart = `${today.slice(0, 7)}-01`;
  const lastMonthEnd = dayBefore(monthStart);
  const quarterMonth = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const lastQuarterEnd = dayBefore(`${year}-${String(quarterMonth).padStart(2, '0')}-01`);
  return [
    { value: today, label: '今天' },
    { value: lastMonthEnd, label: '上月末' },
    { value: lastQuarterEnd, label: '上季度末' },
    { value: `${year - 1}-12-31`, label: '上年末' },
    { value: addMonths(today, -12), label: '去年今天' },
  ];
}

const dayBefore = (day: string): string => addDays(day, -1);

/** 统计时点: the day all pages are counted for. */
export function AsOfPicker({ asOf, today, onChange }: AsOfPickerProps) {
  return (
    <DayPicker
      label={`统计时点 ${asOf}，更改`}
      title="选择统计时点"
      day={asOf}
      maxDay={today}
      presets={presetsOf(today)}
      onChange={onChange}
    >
      时点 {asOf}
    </DayPicker>
  );
}
