import { type CalendarProps, DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import '@mantine/dates/styles.css';

interface DayInputProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | null;
  /** YYYY-MM-DD; null = empty. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly minDay?: string;
  readonly maxDay?: string;
  readonly isRequired?: boolean;
}

/** A day to type (2026-11-21, 20261121) or to pick from a Chinese calendar. */
export function DayInput(props: DayInputProps) {
  const { label, description, error, value, onChange, minDay, maxDay, isRequired } = props;
  return (
    <DateInput
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      dateParser={parseTypedDay}
      valueFormat="YYYY-MM-DD"
      {...chineseCalendar}
      placeholder="年-月-日"
      withAsterisk={isRequired === true}
      {...(minDay === undefined ? {} : { minDate: minDay })}
      {...(maxDay === undefined ? {} : { maxDate: maxDay })}
    />
  );
}

/** 2026年11月21日 */
export const dayWords = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+).*$/, '$1年$2月$3日');

/** Words of a calendar's buttons for screen readers. */
const calendarWords = {
  nextMonth: '下个月',
  previousMonth: '上个月',
  nextYear: '下一年',
  previousYear: '上一年',
  nextDecade: '后十年',
  previousDecade: '前十年',
};

/** How every calendar of the program looks and speaks. */
export const chineseCalendar = {
  locale: 'zh-cn',
  firstDayOfWeek: 1,
  weekendDays: [],
  monthLabelFormat: 'YYYY年M月',
  yearLabelFormat: 'YYYY年',
  monthsListFormat: 'M月',
  ariaLabels: calendarWords,
  getDayAriaLabel: dayWords,
  hideOutsideDates: true,
} satisfies Partial<CalendarProps>;

/** 2026-11-21, 2026.11.21, 2026/11/21, 2026年11月21日 and 20261121. */
export function parseTypedDay(typed: string): string | null {
  const found = /^\s*(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?\s*$/.exec(typed);
  if (!found) return null;
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
