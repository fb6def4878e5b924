/**
 * What is shown: view, search text, filters and sort live in the address; order, widths and pins of columns are
 * remembered on this computer. The screen follows at once, the address a moment later.
 */
import type { GridColumn, GridView } from '@renderer/components/data-grid/grid-types';
import { defaultGridView } from '@renderer/components/data-grid/grid-view';
import { platform } from '@renderer/platform/current-platform';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import type { LedgerRow, LedgerTable } from '../tables/table-model';
import { type LedgerSearch, parseLedgerSearch } from './ledger-search';

export const layoutSchema = z.object({
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  pinned: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  density: z.enum(['compact', 'normal', 'roomy']).nullable(),
});
export type Layout = z.infer<typeof layoutSchema>;

const layoutKey = (table: LedgerTable) => `ledger.${table}.columns`;

function readLayout(table: LedgerTable): Layout | null {
  try {
    const stored: unknown = JSON.parse(platform.preferences.get(layoutKey(table)) ?? 'null');
    return layoutSchema.safeParse(stored).data ?? null;
  } catch {
    // Written by something else: start with the table's own arrangement.
    return null;
  }
}

export const layoutOf = ({ order, hidden, pinned, widths, density }: GridView): Layout => ({
  order: [...order],
  hidden: [...hidden],
  pinned: [...pinned],
  widths: { ...widths },
  density,
});

/** undefined takes a part out of the address. */
type Changes = { readonly [K in keyof LedgerSearch]?: LedgerSearch[K] | undefined };

export interface ViewState {
  readonly search: LedgerSearch;
  readonly change: (changes: Changes) => void;
  readonly view: GridView;
  readonly setView: (view: GridView) => void;
  /** Columns as a saved view has them. */
  readonly setLayout: (layout: Layout) => void;
}

/** Writing the address on every keystroke would hold up the typing. */
const typingDelayMs = 300;

export function useViewState(table: LedgerTable, columns: readonly GridColumn<LedgerRow>[]): ViewState {
  const { search, change } = useAddress();
  const [layout, setLayout] = useState<Layout | null>(() => readLayout(table));
  const { filters, sort } = search;
  const view = useMemo<GridView>(
    () => ({ ...defaultGridView(columns), ...layout, filters: filters ?? {}, sort: sort ?? [] }),
    [columns, layout, filters, sort],
  );
  const remember = useCallback(
    (next: Layout) => {
      setLayout(next);
      platform.preferences.set(layoutKey(table), JSON.stringify(next));
    },
    [table],
  );
  const setView = useCallback(
    (next: GridView) => {
      const isFiltered = Object.keys(next.filters).length > 0;
      change({
        filters: isFiltered ? { ...next.filters } : undefined,
        sort: next.sort.length > 0 ? [...next.sort] : undefined,
      });
      remember(layoutOf(next));
    },
    [change, remember],
  );
  return useMemo(
    () => ({ search, change, view, setView, setLayout: remember }),
    [search, change, view, setView, remember],
  );
}

/** The search part of the address, ahead of it by a moment while somebody types. */
function useAddress(): Pick<ViewState, 'search' | 'change'> {
  const address: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = JSON.stringify(address);
  const [search, setSearch] = useState<LedgerSearch>(() => parseLedgerSearch(address));
  const latest = useRef(search);
  const written = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    // Back, forward and links change the address from outside; our own writes come back here too.
    if (text === written.current) return;
    written.current = text;
    clearTimeout(timer.current);
    latest.current = parseLedgerSearch(JSON.parse(text));
    setSearch(latest.current);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useCallback(
    (changes: Changes) => {
      latest.current = parseLedgerSearch({ ...latest.current, ...changes });
      setSearch(latest.current);
      clearTimeout(timer.current);
      const write = () => {
        const next = latest.current;
        written.current = JSON.stringify(next);
        // The page serves several addresses, so the router cannot know which search it is.
        void navigate({ to: '.', search: (() => next) as never, replace: true });
      };
      const isTyping = !('view' in changes) && ('q' in changes || 'filters' in changes);
      if (isTyping) timer.current = setTimeout(write, typingDelayMs);
      else write();
    },
    [navigate],
  );
  return { search, change };
}
