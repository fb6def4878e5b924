import { Select } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { FieldGroup } from '../session/field-options';
import classes from './field-choice.module.css';

interface FieldChoiceProps {
  /** What is chosen for, read out before the chosen field. */
  readonly label: string;
  readonly groups: readonly FieldGroup[];
  /** null = left out. */
  readonly field: string | null;
  readonly onChoose: (field: string | null) => void;
}

const leaveOut = '-';

/**
 * The field a column stands for. A sheet has fifty of these: until one is opened it is a plain button, because
 * fifty search boxes would hold the page up for half a second.
 */
export function FieldChoice({ label, groups, field, onChoose }: FieldChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const data = useMemo(
    () => [
      { value: leaveOut, label: '不导入' },
      ...groups.map(({ group, items }) => ({ group, items: [...items] })),
    ],
    [groups],
  );
  const chosen = groups.flatMap(({ items }) => items).find(({ value }) => value === field);
  const close = () => {
    setIsOpen(false);
    // The button is back with the next paint.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!isOpen)
    return (
      <button
        ref={button}
        type="button"
        className={classes['button']}
        aria-haspopup="listbox"
        aria-label={`${label}：${chosen?.label ?? '不导入'}`}
        onClick={() => setIsOpen(true)}
      >
        {chosen?.label ?? '不导入'}
      </button>
    );
  return (
    <Select
      size="xs"
      searchable
      autoFocus
      defaultDropdownOpened
      allowDeselect={false}
      aria-label={label}
      nothingFoundMessage="没有这个项目"
      maxDropdownHeight={320}
      data={data}
      value={chosen ? field : leaveOut}
      onDropdownClose={close}
      onChange={(value) => onChoose(value === leaveOut ? null : value)}
    />
  );
}
