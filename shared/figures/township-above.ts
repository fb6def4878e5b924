import type { OrgUnit } from '@shared/domain/org-unit';

/** The township a place lies in, or is; null when it hangs directly under the county, or is not known. */
export function townshipAbove(placeId: string | null, places: ReadonlyMap<string, OrgUnit>): string | null {
  let current = placeId === null ? undefined : places.get(placeId);
  // Five levels at most; the bound keeps a loop made by mistake from hanging the page.
  for (let depth = 0; current && depth < 10; depth++) {
    if (current.level === 'township') return current.id;
    current = current.parentId === null ? undefined : places.get(current.parentId);
  }
  return null;
}
