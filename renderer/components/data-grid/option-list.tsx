import { useEffect, useRef } from 'react';
import classes from './data-grid.module.css';
import type { CellOption } from './grid-types';
import type { CellEditing } from './use-cell-editor';

interface OptionListProps {
  readonly id: string;
  readonly editing: CellEditing;
  readonly isAbove: boolean;
  readonly onChoose: (option: CellOption) => void;
  readonly onToggle: (code: string) => void;
}

/** The list under a cell with fixed choices or a reference. */
export function OptionList({ id, editing, isAbove, onChoose, onToggle }: OptionListProps) {
  const { options, highlight, picked } = editing;
  const list = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    list.current?.children[highlight]?.scrollIntoView({ block: 'nearest' });
  }, [highlight]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label="可选内容"
      aria-multiselectable={picked !== null || undefined}
      className={classes['options']}
      data-above={isAbove || undefined}
      // The text area must keep the focus, or a click would end the editing before it counts.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={picked === null ? index === highlight : picked.includes(option.value)}
          className={classes['option']}
          data-highlight={index === highlight || undefined}
          onMouseUp={() => (picked === null ? onChoose(option) : onToggle(option.value))}
        >
          {picked !== null && (
            <span className={classes['tick']}>{picked.includes(option.value) ? '☑' : '☐'}</span>
          )}
          <span className={classes['optionLabel']}>{option.label}</span>
          {option.note !== undefined && <span className={classes['optionNote']}>{option.note}</span>}
        </div>
      ))}
      {options.length === 0 && <div className={classes['noOption']}>没有符合的内容</div>}
    </div>
  );
}
