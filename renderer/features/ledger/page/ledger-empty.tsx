import { Button, Group } from '@mantine/core';
import { EmptyState } from '@renderer/components/empty-state';
import { Link } from '@tanstack/react-router';
import { tableModel } from '../tables/all-tables';
import type { LedgerTable } from '../tables/table-model';

interface LedgerEmptyProps {
  readonly table: LedgerTable;
  /** There are records, but none on this list with these filters. */
  readonly isFiltered: boolean;
  /** null = this person may only read. */
  readonly onNew: (() => void) | null;
}

export function LedgerEmpty({ table, isFiltered, onNew }: LedgerEmptyProps) {
  const { noun, title } = tableModel(table);
  const canImport = table !== 'orgUnits';
  if (isFiltered)
    return (
      <EmptyState
        icon="search"
        title={`没有符合条件的${noun}`}
        hint="换一个视图，或者清除上方的查找文字和筛选条件。"
      />
    );
  return (
    <EmptyState
      icon="table"
      title={`还没有登记${title}`}
      hint={
        onNew === null
          ? '登记以后，这里就能查看。'
          : canImport
            ? '现有的 Excel、WPS 台账可以一次导入，也可以一条一条新建。'
            : '可以一条一条新建。'
      }
      action={
        onNew !== null && (
          <Group gap="sm">
            {canImport && (
              <Button variant="default" component={Link} to="/import">
                导入台账
              </Button>
            )}
            <Button variant="default" onClick={onNew}>
              新建{noun}
            </Button>
          </Group>
        )
      }
    />
  );
}
