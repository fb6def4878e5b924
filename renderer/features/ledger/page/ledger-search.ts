/** What the address of a ledger page carries, so that a link shows the same list again. */
import type { ColumnFilter, ColumnSort, GridView } from '@renderer/components/data-grid/grid-types';
import { z } from 'zod';

const filterSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('contains'), text: z.string() }),
  z.object({ type: z.literal('range'), min: z.number().nullable(), max: z.number().nullable() }),
  z.object({ type: z.literal('days'), from: z.string().nullable(), to: z.string().nullable() }),
  z.object({ type: z.literal('oneOf'), values: z.array(z.string()) }),
  z.object({ type: z.literal('blank') }),
  z.object({ type: z.literal('filled') }),
]) satisfies z.ZodType<ColumnFilter>;
const sortSchema = z.object({
  columnId: z.string(),
  isDescending: z.boolean(),
}) satisfies z.ZodType<ColumnSort>;

/** Anything that cannot be read is left out: an address typed by hand still opens the page. */
export const ledgerSearchSchema = z.object({
  /** Id of a built-in or of a saved view. */
  view: z.string().optional().catch(undefined),
  q: z.string().optional().catch(undefined),
  filters: z.record(z.string(), filterSchema).optional().catch(undefined),
  sort: z.array(sortSchema).optional().catch(undefined),
  /** Record open in the side panel; `new` = one being entered. */
  record: z.string().optional().catch(undefined),
});
/** Read-only, as the grid holds filters and sort. */
export type LedgerSearch = Omit<z.infer<typeof ledgerSearchSchema>, 'filters' | 'sort'> & {
  readonly filters?: GridView['filters'] | undefined;
  readonly sort?: GridView['sort'] | undefined;
};

/** For `validateSearch` of the router. */
export const parseLedgerSearch = (search: Record<string, unknown>): LedgerSearch => {
  const parsed = ledgerSearchSchema.parse(search);
  // Absent stays absent, so that addresses stay short.
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
};

export const unitTabs = ['basic', 'org', 'six', 'visits', 'rooms', 'people', 'history'] as const;
export type UnitTab = (typeof unitTabs)[number];
export const unitDetailSearchSchema = z.object({
  tab: z.enum(unitTabs).optional().catch(undefined),
});
export type UnitDetailSearch = z.infer<typeof unitDetailSearchSchema>;

export const parseUnitDetailSearch = (search: Record<string, unknown>): UnitDetailSearch => {
  const { tab } = unitDetailSearchSchema.parse(search);
  return tab === undefined ? {} : { tab };
};
