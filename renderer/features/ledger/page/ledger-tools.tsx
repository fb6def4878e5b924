import { Button, CloseButton, Menu, Switch, TextInput } from '@mantine/core';
import { ColumnChooser } from '@renderer/components/data-grid/column-chooser';
import { FilterChips } from '@renderer/components/data-grid/filter-chips';
import type { GridColumn } from '@renderer/components/data-grid/grid-types';
import { Icon } from '@renderer/components/icons';
import { memo, useState } from 'react';
import { BulkEditDialog } from '../record/bulk-edit-dialog';
import { MergeDialog } from '../record/merge-dialog';
import { tableModel } from '../tables/all-tables';
import type { LedgerRow, LedgerTable } from '../tables/table-model';
import classes from './ledger-page.module.css';
import { SaveViewButton } from './save-view-button';
import type { SavedState, SavedView } from './saved-views';
import type { LedgerActions } from './use-ledger-actions';
import type { ViewState } from './use-view-state';

interface LedgerToolsProps {
  readonly table: LedgerTable;
  readonly columns: readonly GridColumn<LedgerRow>[];
  readonly state: ViewState;
  readonly actions: LedgerActions;
  readonly selectedIds: ReadonlySet<string>;
  readonly setSelectedIds: (ids: ReadonlySet<string>) => void;
  readonly isRevealed: boolean;
  readonly setIsRevealed: (isRevealed: boolean) => void;
  readonly isBin: boolean;
  /** Whoever may only read chooses columns and views, nothing else. */
  readonly mayWrite: boolean;
  readonly savedView: SavedView | null;
  readonly savedState: () => SavedState;
}

/** Above the table: search, what can be done with the chosen rows, filters in force, columns. An edit changes none of it. */
export const LedgerTools = memo(function LedgerTools(props: LedgerToolsProps) {
  const { table, columns, state, selectedIds, isRevealed, setIsRevealed } = props;
  const { search, change, view, setView } = state;
  return (
    <div className={classes['tools']}>
      <TextInput
        size="xs"
        className={classes['search'] ?? ''}
        aria-label={`查找${tableModel(table).noun}`}
        placeholder={`${tableModel(table).foundBy}，可输拼音或首字母`}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          search.q === undefined ? null : (
            <CloseButton size="xs" aria-label="清除查找" onClick={() => change({ q: undefined })} />
          )
        }
        value={search.q ?? ''}
        onChange={(event) =>
          change({ q: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
        }
      />
      {selectedIds.size > 0 ? (
        <Chosen {...props} />
      ) : (
        <FilterChips columns={columns} view={view} onViewChange={setView} />
      )}
      <div className={classes['right']}>
        {props.mayWrite && (
          <Switch
            size="xs"
            label="显示证件号和电话"
            checked={isRevealed}
            onChange={(event) => setIsRevealed(event.currentTarget.checked)}
          />
        )}
        <SaveViewButton
          table={table}
          state={props.savedState}
          open={props.savedView}
          onSaved={(id) => change({ view: id })}
          onRemoved={() => change({ view: undefined })}
        />
        <ColumnChooser columns={columns} view={view} onViewChange={setView} />
      </div>
    </div>
  );
});

/** What can be done with checked rows. */
function Chosen(props: LedgerToolsProps) {
  const { table, columns, actions, selectedIds, setSelectedIds, isBin, mayWrite } = props;
  const [dialog, setDialog] = useState<'edit' | 'merge' | null>(null);
  const { measure } = tableModel(table);
  const ids = [...selectedIds];
  const clear = () => setSelectedIds(new Set());
  const finish = (act: (ids: readonly string[]) => void) => () => {
    act(ids);
    clear();
  };
  return (
    <div className={classes['chosen']}>
      <span>
        已选 {ids.length} {measure}
      </span>
      {mayWrite && isBin && (
        <Button size="compact-sm" variant="default" onClick={finish(actions.restore)}>
          恢复
        </Button>
      )}
      {mayWrite && !isBin && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => setDialog('edit')}>
            批量修改
          </Button>
          {table === 'units' && ids.length === 2 && (
            <Button size="compact-sm" variant="default" onClick={() => setDialog('merge')}>
              合并重复
            </Button>
          )}
          <DeleteMenu count={ids.length} measure={measure} onDelete={finish(actions.remove)} />
        </>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
        取消选择
      </Button>
      {dialog === 'edit' && (
        <BulkEditDialog
          columns={columns}
          ids={ids}
          measure={measure}
          onCancel={() => setDialog(null)}
          onConfirm={(changes) => {
            void actions.commitCells(changes, 'filled');
            setDialog(null);
            clear();
          }}
        />
      )}
      {dialog === 'merge' && (
        <MergeDialog
          ids={ids}
          onClose={(isMerged) => {
            setDialog(null);
            if (isMerged) clear();
          }}
        />
      )}
    </div>
  );
}

interface DeleteMenuProps {
  readonly count: number;
  readonly measure: string;
  readonly onDelete: () => void;
}

/** One more click, so that a slip does not delete; undo and the bin are there for the rest. */
function DeleteMenu({ count, measure, onDelete }: DeleteMenuProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          删除
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onDelete}>
          删除选中的 {count} {measure}（可恢复）
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
