/** Places a table can be about: the county, each township, and below each its villages, parks and buildings. */
import type { OrgUnit } from '@shared/domain/org-unit';

export interface ScopeChoice {
  readonly value: string;
  readonly label: string;
  /** 0 for the topmost. */
  readonly depth: number;
}

/** Depth first, in the order of division codes; places without one follow by name. */
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
        { value: orgUnit.id, label: orgUnit.name, depth },
        ...walk(below.get(orgUnit.id) ?? [], depth + 1),
      ]);
  return walk(roots, 0);
}

/** Behind every code. */
const NO_CODE = '~';
const collator = new Intl.Collator('zh-CN');

function byCode(a: OrgUnit, b: OrgUnit): number {
  const [codeA, codeB] = [a.divisionCode ?? NO_CODE, b.divisionCode ?? NO_CODE];
  // By code point: a collator would put the sign before the digits.
  return codeA < codeB ? -1 : codeA > codeB ? 1 : collator.compare(a.name, b.name);
}
