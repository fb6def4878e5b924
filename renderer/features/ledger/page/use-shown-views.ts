/** The tabs of a table with their counts, and the test of the open one together with the search box. */
import { breathe } from '@renderer/data/breathe';
import { useObservable, useRegister, useTable } from '@renderer/data/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { searchKey } from '../search/pinyin-text';
import { searchIndexOf } from '../search/search-index';
import { tableModel } from '../tables/all-tables';
import type {
  LedgerContext,
  LedgerDocumentOf,
  LedgerRow,
  LedgerTable,
  ViewContext,
} from '../tables/table-model';
import type { Rows } from './build-rows';
import { createProblemIndex } from './problem-index';
import { type SavedView, savedViewsOf } from './saved-views';
import { tallyViews, type ViewTally } from './tally-views';
import type { ViewTab } from './view-tabs';

/** Counts of problems, a moment behind the register. */
export function useViewContext(
  table: LedgerTable,
  rows: Rows,
  { asOf, problemsOf }: LedgerContext,
): ViewContext {
  const [index] = useState(() => createProblemIndex(breathe));
  const problemCounts = useObservable(index.counts);
  useEffect(() => {
    const wait = setTimeout(
      () =>
        index.refresh(
          rows.map((row) => row.document),
          (document: LedgerDocumentOf) => problemsOf(table, document),
        ),
      refreshDelayMs,
    );
    return () => clearTimeout(wait);
  }, [index, table, rows, problemsOf]);
  useEffect(() => index.stop, [index]);
  return useMemo(() => ({ asOf, problemCounts }), [asOf, problemCounts]);
}

/** Several edits in a row are judged once. */
const refreshDelayMs = 250;

/** The bin: records deleted here, which can be brought back. */
export const binId = 'deleted';

export function useViewTabs(table: LedgerTable, rows: Rows, deletedCount: number, context: ViewContext) {
  const settings = useTable('settings');
  const saved = useMemo(() => savedViewsOf(settings, table), [settings, table]);
  const before = useRef<ViewTally | null>(null);
  const tabs = useMemo<ViewTab[]>(() => {
    const { views, noun } = tableModel(table);
    const tally = tallyViews(views, rows, context, before.current);
    before.current = tally;
    const bin = { id: binId, label: '已删除', hint: `删除的${noun}，可以恢复`, count: deletedCount };
    return [
      ...views.map(({ id, label, hint }, at) => ({ id, label, hint, count: tally.counts[at] ?? 0 })),
      ...saved.map(({ id, name }) => ({ id, label: name, hint: '自存视图', count: null })),
      ...(deletedCount > 0 ? [bin] : []),
    ];
  }, [table, rows, deletedCount, saved, context]);
  return { tabs, saved };
}

/** Built-in view behind a tab: a saved view stands on one, an unknown id on the first. */
export function baseViewOf(table: LedgerTable, id: string | undefined, saved: readonly SavedView[]) {
  const { views } = tableModel(table);
  const baseId = saved.find((view) => view.id === id)?.search.view ?? id;
  return views.find((view) => view.id === baseId) ?? views[0];
}

/** @param viewId built-in view; null = every row (the bin) */
export function useRowTest(
  table: LedgerTable,
  viewId: string | null,
  q: string | undefined,
  context: ViewContext,
): (row: LedgerRow) => boolean {
  const index = searchIndexOf(useRegister(), table);
  const version = useObservable(index.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pinyin that arrives later changes what is found
  return useMemo(() => {
    const view = tableModel(table).views.find(({ id }) => id === viewId);
    const wanted = searchKey(q ?? '');
    return (row) =>
      (view === undefined || view.isListed(row, context)) &&
      (wanted === '' || (index.textOf(row.id) ?? '').includes(wanted));
  }, [table, viewId, q, context, index, version]);
}
