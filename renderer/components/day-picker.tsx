import { Button, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { chineseCalendar } from './day-input';
import { Icon } from './icons';

interface DayPickerProps {
  /** What the button is for, with the day that holds, for readers. */
  readonly label: string;
  readonly title: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly maxDay: string;
  /** Days an office often asks for, each different. */
  readonly presets: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (day: string) => void;
  /** Words of the button. */
  readonly children: ReactNode;
}

/** A button that says a day and opens a calendar with the usual days beside it. */
export function DayPicker({ label, title, day, maxDay, presets, onChange, children }: DayPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const choose = (chosen: string | null) => {
    if (chosen === null) return;
    onChange(chosen);
    setOpen(false);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="calendar" size={15} />}
          onClick={() => setOpen((open) => !open)}
          aria-label={label}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        <DatePicker
          value={day}
          defaultDate={day}
          onChange={choose}
          maxDate={maxDay}
          {...chineseCalendar}
          presets={[...presets]}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
