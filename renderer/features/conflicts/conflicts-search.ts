/** What the address of the conflict page carries. */
import { z } from 'zod';

const schema = z.object({
  /** Absent = those still open. */
  state: z.literal('settled').optional().catch(undefined),
  table: z.string().optional().catch(undefined),
  /** Table and field, as `fieldOptionOf` writes them. */
  field: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
});
export type ConflictsSearch = z.infer<typeof schema>;

/** For `validateSearch` of the router. Absent stays absent, so that addresses stay short. */
export const parseConflictsSearch = (search: Record<string, unknown>): ConflictsSearch =>
  Object.fromEntries(Object.entries(schema.parse(search)).filter(([, value]) => value !== undefined));
