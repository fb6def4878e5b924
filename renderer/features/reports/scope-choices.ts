/** Places a table can be about: the county, each township, and below each its villages, parks and buildings. */
import type { OrgUnit } from '@shared/domain/org-unit';

export interface ScopeChoice {
  readonly value: string;
  readonly label: string;
}

/** Depth first in the order of division codes; each level stands one ideographic space further in. */
export function scopeChoices(orgUnits: readonly OrgUnit[]): ScopeChoice[] {
  const below = new Map<string, OrgUnit[]>();
  for (const orgUnit of orgUnits)
    if (orgUnit.parentId !== null)
      below.set(orgUnit.parentId, [...(below.get(orgUnit.parentId) ?? []), orgUnit]);
  const known = new Set(orgUnits.map((orgUnit) => orgUnit.id));
  const roots = orgUnits.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const walk = (level: readonly OrgUnit[], depth: number): ScopeChoice[] =>
    [...level]
      .sort(byCode)
      .flatMap((orgUnit) => [
        { value: orgUnit.id, label: '　'.repeat(depth) + orgUnit.name },
        ...walk(below.get(orgUnit.id) ?? [], depth + 1),
      ]);
  return walk(roots, 0);
}

const collator = new Intl.Collator('zh-CN');
const byCode = (a: OrgUnit, b: OrgUnit): number =>
  (a.divisionCode ?? '~').localeCompare(b.divisionCode ?? '~') || collator.compare(a.name, b.name);
