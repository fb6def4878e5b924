import { Button, Divider, Group, Popover, Stack, Text } from '@mantine/core';
import type { RefObject } from 'react';
import classes from './data-grid.module.css';
import { FilterEditor } from './filter-editor';
import type { GridState } from './grid-context';
import { GridIcon } from './grid-icons';
import type { GridView } from './grid-types';
import { withColumnPinned, withColumnShown, withFilter } from './grid-view';
import type { PlacedColumn } from './use-column-model';
import type { GridMetrics } from './use-grid-state';

interface ColumnMenuProps<R> {
  readonly grid: GridState<R>;
  readonly columnIndex: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly metrics: GridMetrics;
  readonly onClose: () => void;
}

/** Sort, filter, pin and hide one column: opens under its heading. */
export function ColumnMenu<R>({ grid, columnIndex, scroller, metrics, onClose }: ColumnMenuProps<R>) {
  const placed = grid.model.all[columnIndex];
  if (placed === undefined) return null;
  const { column, isPinned, width, start } = placed;
  const left = start - (isPinned ? 0 : (scroller.current?.scrollLeft ?? 0));
  const { view, onViewChange, rows } = grid.props;
  return (
    <Popover
      opened
      onDismiss={onClose}
      position="bottom-start"
      width={264}
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <div className={classes['menuAnchor']} style={{ left, width, height: metrics.headerHeight }} />
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={`${column.label}：筛选与列设置`}>
        <Stack gap="sm">
          <Text size="sm" fw={600} lineClamp={2}>
            {column.label}
          </Text>
          {column.hint !== undefined && (
            <Text size="xs" c="dimmed">
              {column.hint}
            </Text>
          )}
          <SortButtons columnId={column.id} view={view} onViewChange={onViewChange} />
          <FilterEditor
            column={column}
            filter={view.filters[column.id]}
            rows={rows}
            onChange={(filter) => onViewChange(withFilter(view, column.id, filter))}
          />
          <Divider />
          <PlaceButtons {...{ placed, view, onViewChange, onClose }} />
          <Group justify="space-between">
            <Button
              {...quiet}
              disabled={view.filters[column.id] === undefined}
              onClick={() => onViewChange(withFilter(view, column.id, null))}
            >
              清除筛选
            </Button>
            <Button size="compact-xs" onClick={onClose}>
              完成
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

const quiet = { size: 'compact-xs', variant: 'subtle', color: 'gray' } as const;

interface ViewProps {
  readonly view: GridView;
  readonly onViewChange: (view: GridView) => void;
}

function SortButtons({ columnId, view, onViewChange }: ViewProps & { columnId: string }) {
  const sortBy = (isDescending: boolean) => onViewChange({ ...view, sort: [{ columnId, isDescending }] });
  return (
    <Group gap="xs" grow>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<GridIcon name="up" />}
        onClick={() => sortBy(false)}
      >
        升序
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<GridIcon name="down" />}
        onClick={() => sortBy(true)}
      >
        降序
      </Button>
    </Group>
  );
}

interface PlaceButtonsProps<R> extends ViewProps {
  readonly placed: PlacedColumn<R>;
  readonly onClose: () => void;
}

function PlaceButtons<R>({ placed, view, onViewChange, onClose }: PlaceButtonsProps<R>) {
  const { column, isPinned } = placed;
  return (
    <Group gap="xs" grow>
      <Button
        {...quiet}
        leftSection={<GridIcon name="pin" />}
        onClick={() => onViewChange(withColumnPinned(view, column.id, !isPinned))}
      >
        {isPinned ? '取消固定' : '固定在左侧'}
      </Button>
      <Button
        {...quiet}
        leftSection={<GridIcon name="hide" />}
        onClick={() => {
          onViewChange(withColumnShown(view, column.id, false));
          onClose();
        }}
      >
        隐藏此列
      </Button>
    </Group>
  );
}
