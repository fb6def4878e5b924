/** What the address of the parking bay carries. */
import { z } from 'zod';
import { parts } from './parked-list';

const schema = z.object({
  /** Absent = what waits here. */
  part: z.enum(parts).optional().catch(undefined),
  id: z.string().optional().catch(undefined),
});
export type ParkingSearch = z.infer<typeof schema>;

/** For `validateSearch` of the router. */
export const parseParkingSearch = (search: Record<string, unknown>): ParkingSearch =>
  Object.fromEntries(Object.entries(schema.parse(search)).filter(([, value]) => value !== undefined));
