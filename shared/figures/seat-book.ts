/**
 * Which unit carries each organization while days go by. A seat moves when the organization or any unit under it
 * changes, and then the facts of the old seat and of the new one change with it.
 */
import type { DocumentOf } from '@shared/domain/collections';
import { seatOf } from '@shared/rules/seat';
import type { FactsContext } from './facts-context';

export interface SeatBook {
  /** null = no seat, or no such organization. */
  seat(orgId: string | null): string | null;
  /** Looks again at one organization; when its seat moved, adds the units that lost and got it. */
  recheck(orgId: string, touched: Set<string>): void;
  /** Forgets everything: other rules may put other units in scope. */
  clear(): void;
}

/** @param context the register and day as they are when asked, not when the book was made. */
export function createSeatBook(context: () => FactsContext): SeatBook {
  const seats = new Map<string, string | null>();
  const find = (orgId: string): string | null => {
    const org: DocumentOf<'partyOrgs'> | undefined = context().relations.documents.partyOrgs.get(orgId);
    return org ? seatOf(org, context()) : null;
  };
  const fill = (): void => {
    for (const id of context().relations.documents.partyOrgs.keys()) seats.set(id, find(id));
  };
  fill();
  return {
    seat: (orgId) => (orgId === null ? null : (seats.get(orgId) ?? null)),
    recheck(orgId, touched) {
      const old = seats.get(orgId) ?? null;
      const now = find(orgId);
      seats.set(orgId, now);
      if (old === now) return;
      for (const id of [old, now]) if (id !== null) touched.add(id);
    },
    clear: fill,
  };
}
