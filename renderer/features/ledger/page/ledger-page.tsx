/** 台账: one table of the register with its views, search, filters and the record beside it. */
import { Button } from '@mantine/core';
import { DataGrid } from '@renderer/components/data-grid/data-grid';
import type { GridColumn } from '@renderer/components/data-grid/grid-types';
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useAsOf } from '@renderer/data/figures/react';
import { useDisplayPreferences } from '@renderer/platform/display-preferences';
import { useReceiptOf } from '@renderer/sync/status/react';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { formatNumber } from '@shared/lib/format-number';
import { useParams } from '@tanstack/react-router';
import { useCallback, useId, useMemo, useState } from 'react';
import { RecordPanel } from '../record/record-panel';
import { isLedgerTable, tableModel } from '../tables/all-tables';
import { buildColumns } from '../tables/build-columns';
import { receiptColumn } from '../tables/receipt-column';
import type { LedgerRow, LedgerTable } from '../tables/table-model';
import { LedgerEmpty } from './ledger-empty';
import classes from './ledger-page.module.css';
import { LedgerTools } from './ledger-tools';
import { withProblemColumn } from './problem-column';
import { problemsByField } from './problems-by-field';
import { savedStateOf } from './saved-views';
import { useLedgerActions } from './use-ledger-actions';
import { useLedgerContext, useLookups } from './use-ledger-context';
import { useDeletedRows, useLedgerRows } from './use-ledger-rows';
import { baseViewOf, binId, useRowTest, useViewContext, useViewTabs } from './use-shown-views';
import { layoutOf, useViewState, type ViewState } from './use-view-state';
import { type ViewTab, ViewTabs } from './view-tabs';

/** The table is named in the address. Another table is another page: nothing selected or typed is carried over. */
export function LedgerPage() {
  const { table = '' }: { table?: string } = useParams({ strict: false });
  return isLedgerTable(table) ? (
    <LedgerTablePage key={table} table={table} />
  ) : (
    <Page title="台账">
      <EmptyState icon="table" title="没有这张台账" hint="请从左侧选择一张台账。" />
    </Page>
  );
}

const rowId = (row: LedgerRow): string => row.id;
export const newRecord = 'new';

function LedgerTablePage({ table }: { readonly table: LedgerTable }) {
  const model = tableModel(table);
  const [isRevealed, setIsRevealed] = useState(false);
  const lookups = useLookups();
  const receiptOf = useReceiptOf();
  const columns = useMemo(
    () => [
      ...buildColumns(model, { lookups, isRevealed }),
      receiptColumn((document) => receiptOf(table, document)),
    ],
    [model, lookups, isRevealed, receiptOf, table],
  );
  const state = useViewState(table, columns);
  const list = useLedgerList(table, state);
  const { search, change } = state;
  const panelId = useId();
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const labelOf = useLabelOf(columns);
  const actions = useLedgerActions(table, labelOf);
  const mayWrite = useMayWrite(table);
  const { view } = state;
  const savedState = useCallback(
    () => savedStateOf({ ...search, view: list.baseId }, layoutOf(view)),
    [search, list.baseId, view],
  );
  const openRecord = useCallback((id: string) => change({ record: id }), [change]);

  return (
    <Page
      title={model.title}
      state={list.sentence}
      action={mayWrite && <Button onClick={() => openRecord(newRecord)}>新建{model.noun}</Button>}
    >
      <div className={classes['body']}>
        <section className={classes['main']} aria-label={`${model.title}列表`}>
          <ViewTabs
            tabs={list.tabs}
            active={list.activeId}
            panelId={panelId}
            onChange={(id) => {
              setSelectedIds(new Set());
              list.open(id);
            }}
          />
          <LedgerTools
            {...{ table, columns, state, actions, selectedIds, setSelectedIds, isRevealed, setIsRevealed }}
            isBin={list.isBin}
            mayWrite={mayWrite}
            savedView={list.savedView}
            savedState={savedState}
          />
          <div className={classes['grid']} id={panelId} role="tabpanel" aria-label={list.hint}>
            <LedgerGrid
              {...{ table, columns, state, list, actions, selectedIds, setSelectedIds, openRecord, mayWrite }}
            />
          </div>
        </section>
        {search.record !== undefined && (
          <RecordPanel
            key={search.record}
            table={table}
            id={search.record === newRecord ? null : search.record}
            lookups={lookups}
            onClose={() => change({ record: undefined })}
            onOpen={openRecord}
          />
        )}
      </div>
    </Page>
  );
}

function useLabelOf(columns: readonly GridColumn<LedgerRow>[]): (columnId: string) => string {
  return useCallback((id) => columns.find((column) => column.id === id)?.label ?? id, [columns]);
}

/** Records are always today's; only what is worked out from them follows the as-of date. */
const pastNote = (chosenDay: string | null): string =>
  chosenDay === null ? '' : `覆盖等结果按 ${chosenDay} 计算，填写的内容仍是当前台账，修改立即生效 · `;

/** The number on the open tab, then all there is: a roster also holds who has left, and that is not 全部党员. */
function countText(
  total: number,
  base: Pick<ViewTab, 'id' | 'label' | 'hint'> | undefined,
  tabs: readonly ViewTab[],
  measure: string,
): string {
  const words = (count: number) => `${formatNumber(count)} ${measure}`;
  const count = tabs.find(({ id }) => id === base?.id)?.count ?? total;
  const all =
    count === total
      ? `台账共 ${words(total)}`
      : `${base?.label ?? ''} ${words(count)}，台账共 ${words(total)}`;
  return `${all} · ${base?.hint ?? ''}`;
}

function useLedgerList(table: LedgerTable, { search, change, setLayout }: ViewState) {
  const context = useLedgerContext();
  const live = useLedgerRows(table, context);
  const deleted = useDeletedRows(table, context);
  const viewContext = useViewContext(table, live, context);
  const { tabs, saved } = useViewTabs(table, live, deleted.length, viewContext);
  const savedView = saved.find((view) => view.id === search.view) ?? null;
  const base = baseViewOf(table, search.view, saved);
  const isBin = search.view === binId;
  const [chosenDay] = useAsOf();
  const isRowShown = useRowTest(table, isBin ? null : (base?.id ?? null), search.q, viewContext);
  const { noun, measure } = tableModel(table);
  return {
    tabs,
    savedView,
    isBin,
    isRowShown,
    context,
    viewContext,
    rows: isBin ? deleted : live,
    baseId: base?.id,
    activeId: isBin ? binId : (savedView?.id ?? base?.id ?? ''),
    hint: isBin ? `已删除的${noun}` : (base?.hint ?? noun),
    sentence: isBin
      ? `删除的${noun}保留在这里，勾选后可以恢复`
      : `${pastNote(chosenDay)}${countText(live.length, base, tabs, measure)}`,
    open: (id: string) => {
      const view = saved.find((item) => item.id === id);
      if (view === undefined) {
        change({ view: id, filters: undefined, sort: undefined, record: undefined });
        return;
      }
      const { q, filters, sort } = view.search;
      change({ view: id, q, filters, sort, record: undefined });
      if (view.layout !== null) setLayout(view.layout);
    },
  };
}

interface LedgerGridProps {
  readonly table: LedgerTable;
  readonly columns: readonly GridColumn<LedgerRow>[];
  readonly state: ViewState;
  readonly list: ReturnType<typeof useLedgerList>;
  readonly actions: ReturnType<typeof useLedgerActions>;
  readonly selectedIds: ReadonlySet<string>;
  readonly setSelectedIds: (ids: ReadonlySet<string>) => void;
  readonly openRecord: (id: string) => void;
  readonly mayWrite: boolean;
}

function LedgerGrid(props: LedgerGridProps) {
  const { table, state, list, actions, selectedIds, setSelectedIds, openRecord, mayWrite } = props;
  const { columns, view } = useMemo(
    () => withProblemColumn(list.baseId, props.columns, state.view, list.viewContext),
    [list.baseId, props.columns, state.view, list.viewContext],
  );
  const { density, textSize } = useDisplayPreferences();
  const { problemsOf } = list.context;
  const rowProblems = (row: LedgerRow) => problemsByField(problemsOf(table, row.document));
  const { change, search } = state;
  const { record } = search;
  // An open panel follows the active row, except while a new record is being typed.
  const followActive = useCallback(
    (cell: { readonly rowId: string } | null) => {
      if (cell !== null && record !== undefined && record !== newRecord && record !== cell.rowId)
        change({ record: cell.rowId });
    },
    [change, record],
  );
  const editing =
    list.isBin || !mayWrite ? {} : { onCommitCells: actions.commitCells, onAppendRows: actions.append };
  return (
    <DataGrid
      label={tableModel(table).title}
      columns={columns}
      rows={list.rows}
      getRowId={rowId}
      view={view}
      onViewChange={state.setView}
      isRowShown={list.isRowShown}
      rowProblems={rowProblems}
      selectedIds={selectedIds}
      onSelectedIdsChange={setSelectedIds}
      onActiveCellChange={followActive}
      onOpenRow={openRecord}
      onUndo={actions.undo}
      onRedo={actions.redo}
      density={density}
      isLargeText={textSize === 'large'}
      hasTotals
      emptyState={
        <LedgerEmpty
          table={table}
          isFiltered={list.rows.length > 0}
          onNew={mayWrite ? () => openRecord(newRecord) : null}
        />
      }
      {...editing}
    />
  );
}
