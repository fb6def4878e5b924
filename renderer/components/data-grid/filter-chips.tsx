import { Button, CloseButton } from '@mantine/core';
import classes from './data-grid.module.css';
import { describeFilter } from './filter-words';
import type { GridColumn, GridView } from './grid-types';
import { withFilter } from './grid-view';

interface FilterChipsProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly view: GridView;
  readonly onViewChange: (view: GridView) => void;
}

/** The column filters in force, each with its way out. Nothing when there are none. */
export function FilterChips<R>({ columns, view, onViewChange }: FilterChipsProps<R>) {
  const chips = Object.entries(view.filters).flatMap(([id, filter]) => {
    const column = columns.find((item) => item.id === id);
    return column === undefined ? [] : [{ id, text: describeFilter(column, filter) }];
  });
  if (chips.length === 0) return null;
  return (
    <ul className={classes['chips']} aria-label="筛选条件">
      {chips.map(({ id, text }) => (
        <li key={id} className={classes['chip']}>
          <span>{text}</span>
          <CloseButton
            size="xs"
            aria-label={`取消筛选：${text}`}
            onClick={() => onViewChange(withFilter(view, id, null))}
          />
        </li>
      ))}
      <li>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onViewChange({ ...view, filters: {} })}
        >
          清除全部筛选
        </Button>
      </li>
    </ul>
  );
}
