/** Views an office saved for itself: which built-in list, what was searched, filtered and sorted, which columns. */
import type { Setting } from '@shared/domain/setting';
import { z } from 'zod';
import { type LedgerSearch, ledgerSearchSchema } from './ledger-search';
import { type Layout, layoutSchema } from './use-view-state';

const stateSchema = z.object({
  search: ledgerSearchSchema.omit({ record: true }),
  layout: layoutSchema.nullable().catch(null),
});
export interface SavedState {
  readonly search: LedgerSearch;
  readonly layout: Layout;
}

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly search: LedgerSearch;
  /** null = saved by a version that kept columns differently. */
  readonly layout: Layout | null;
}

/** Saved views of one table, oldest first. Ones that cannot be read any more are left out. */
export function savedViewsOf(settings: readonly Setting[], table: string): SavedView[] {
  return settings.flatMap((setting) => {
    if (setting.kind !== 'savedView' || setting.table !== table) return [];
    const state = stateSchema.safeParse(setting.state);
    return state.success ? [{ id: setting.id, name: setting.name, ...state.data }] : [];
  });
}

export const savedStateOf = ({ view, q, filters, sort }: LedgerSearch, layout: Layout): SavedState => ({
  search: { view, q, filters, sort },
  layout,
});
