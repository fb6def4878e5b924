/** Places a table can be about: the county, each township, and below each its villages, parks and buildings. */
import type { OrgUnit } from '@shared/domain/org-unit';
import { comparePlaces } from '@shared/domain/place-order';

export interface ScopeChoice {
  readonly value: string;
  readonly label: string;
  /** 0 for the topmost. */
  readonly depth: number;
}

/** Depth first, each level in the order offices list places. */
export function scopeChoices(orgUnits: readonly OrgUnit[]): ScopeChoice[] {
  const below = new Map<string, OrgUnit[]>();
  for (const orgUnit of orgUnits)
    if (orgUnit.parentId !== null)
      below.set(orgUnit.parentId, [...(below.get(orgUnit.parentId) ?? []), orgUnit]);
  const known = new Set(orgUnits.map((orgUnit) => orgUnit.id));
  const roots = orgUnits.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const walk = (level: readonly OrgUnit[], depth: number): ScopeChoice[] =>
    [...level]
      .sort(comparePlaces)
      .flatMap((orgUnit) => [
        { value: orgUnit.id, label: orgUnit.name, depth },
        ...walk(below.get(orgUnit.id) ?? [], depth + 1),
      ]);
  return walk(roots, 0);
}
