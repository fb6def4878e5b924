import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { calendarWords, dayWords } from '@renderer/components/day-input';
import { Icon } from '@renderer/components/icons';
import { addDays, addMonths } from '@shared/lib/day';
import { useState } from 'react';

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
  const [isOpen, setOpen] = useState(false);
  const choose = (day: string | null) => {
    if (day === null) return;
    onChange(day);
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="calendar" size={15} />}
          onClick={() => setOpen((open) => !open)}
          aria-label={`统计时点 ${asOf}，更改`}
        >
          时点 {asOf}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="选择统计时点">
        <DatePicker
          value={asOf}
          defaultDate={asOf}
          onChange={choose}
          maxDate={today}
          locale="zh-cn"
          firstDayOfWeek={1}
          weekendDays={[]}
          monthLabelFormat="YYYY年M月"
          yearLabelFormat="YYYY年"
          monthsListFormat="M月"
          ariaLabels={calendarWords}
          getDayAriaLabel={dayWords}
          hideOutsideDates
          presets={presetsOf(today)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
