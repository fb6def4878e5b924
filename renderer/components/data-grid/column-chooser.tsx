import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import classes from './data-grid.module.css';
import { GridIcon } from './grid-icons';
import type { GridColumn, GridView } from './grid-types';
import {
  defaultGridView,
  isColumnShown,
  orderedColumnIds,
  withColumnMoved,
  withColumnPinned,
  withColumnShown,
} from './grid-view';

interface ColumnChooserProps<R> {
  readonly columns: readonly GridColumn<R>[];
  readonly view: GridView;
  readonly onViewChange: (view: GridView) => void;
}

/** Which columns are shown, in which order, which stay at the left. */
export function ColumnChooser<R>({ columns, view, onViewChange }: ColumnChooserProps<R>) {
  const [text, setText] = useState('');
  const byId = new Map(columns.map((column) => [column.id, column]));
  const ids = orderedColumnIds(view, columns);
  const shown = ids.filter((id) =>
    `${byId.get(id)?.label} ${byId.get(id)?.group ?? ''}`.includes(text.trim()),
  );
  return (
    <Popover position="bottom-end" width={340} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs">
          列设置
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="列设置">
        <Stack gap="sm">
          <TextInput
            size="xs"
            aria-label="查找列"
            placeholder="查找列名"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <ScrollArea.Autosize mah={360} type="auto" offsetScrollbars>
            {shown.map((id) => {
              const column = byId.get(id);
              return (
                column !== undefined && (
                  <ColumnLine
                    key={id}
                    column={column}
                    view={view}
                    onViewChange={onViewChange}
                    onMove={(by) => onViewChange(moved(view, columns, ids, id, by))}
                  />
                )
              );
            })}
          </ScrollArea.Autosize>
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              显示 {ids.filter((id) => isColumnShown(view, id)).length} 列，共 {ids.length} 列
            </Text>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() =>
                onViewChange({ ...defaultGridView(columns), filters: view.filters, sort: view.sort })
              }
            >
              恢复默认
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function moved<R>(
  view: GridView,
  columns: readonly GridColumn<R>[],
  ids: readonly string[],
  id: string,
  by: -1 | 1,
): GridView {
  const at = ids.indexOf(id);
  const before = by < 0 ? ids[at - 1] : ids[at + 2];
  if (by < 0 && before === undefined) return view;
  return withColumnMoved(view, columns, id, before ?? null);
}

interface ColumnLineProps<R> extends Pick<ColumnChooserProps<R>, 'view' | 'onViewChange'> {
  readonly column: GridColumn<R>;
  readonly onMove: (by: -1 | 1) => void;
}

function ColumnLine<R>({ column, view, onViewChange, onMove }: ColumnLineProps<R>) {
  const isPinned = view.pinned.includes(column.id);
  return (
    <div className={classes['columnLine']}>
      <Checkbox
        size="xs"
        color="gray.7"
        className={classes['columnName']}
        checked={isColumnShown(view, column.id)}
        onChange={(event) => onViewChange(withColumnShown(view, column.id, event.currentTarget.checked))}
        label={
          <>
            {column.label}
            {column.group !== undefined && (
              <Text span size="xs" c="dimmed">
                {' '}
                {column.group}
              </Text>
            )}
          </>
        }
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`${column.label}：上移`}
        onClick={() => onMove(-1)}
      >
        <GridIcon name="up" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`${column.label}：下移`}
        onClick={() => onMove(1)}
      >
        <GridIcon name="down" />
      </ActionIcon>
      <ActionIcon
        variant={isPinned ? 'light' : 'subtle'}
        color="gray"
        size="sm"
        aria-pressed={isPinned}
        aria-label={`${column.label}：固定在左侧`}
        onClick={() => onViewChange(withColumnPinned(view, column.id, !isPinned))}
      >
        <GridIcon name="pin" />
      </ActionIcon>
    </div>
  );
}
