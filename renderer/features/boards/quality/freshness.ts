/** How lively the books of each township are kept. */
import { collectionNames, type Register } from '@shared/domain/collections';
import { townshipAbove } from '@shared/figures/township-above';
import { addMonths, chinaDayOf } from '@shared/lib/day';
import type { Relations } from '@shared/rules/relations';

export interface Freshness {
  readonly townshipId: string;
  /** Instant of the last edit by the clock of the device that made it. */
  readonly lastAt: string;
  readonly changedLastMonth: number;
  /** Units nobody has touched for a year. */
  readonly staleUnits: number;
  readonly units: number;
}

/** Longest untouched first. */
export function freshnessByTownship(
  register: Register,
  { documents }: Relations,
  today: string,
): Freshness[] {
  const [monthAgo, yearAgo] = [addMonths(today, -1), addMonths(today, -12)];
  const found = new Map<string, { lastAt: string; changed: number; stale: number; units: number }>();
  for (const collection of collectionNames) {
    // What an office set up for itself says nothing about how its books are kept.
    if (collection === 'settings' || collection === 'conflicts' || collection === 'orgUnits') continue;
    for (const document of register[collection]) {
      const townshipId = townshipAbove(document.orgUnitId, documents.orgUnits);
      if (townshipId === null) continue;
      const own = found.get(townshipId) ?? { lastAt: '', changed: 0, stale: 0, units: 0 };
      found.set(townshipId, own);
      const day = chinaDayOf(document.updatedAt);
      if (document.updatedAt > own.lastAt) own.lastAt = document.updatedAt;
      if (day > monthAgo) own.changed += 1;
      if (collection !== 'units') continue;
      own.units += 1;
      if (day <= yearAgo) own.stale += 1;
    }
  }
  return [...found]
    .map(([townshipId, { lastAt, changed, stale, units }]) => ({
      townshipId,
      lastAt,
      changedLastMonth: changed,
      staleUnits: stale,
      units,
    }))
    .sort((a, b) => (a.lastAt < b.lastAt ? -1 : 1));
}
