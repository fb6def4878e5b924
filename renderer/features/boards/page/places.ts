/** Where a board looks: a place, the way down to it, and the places below it. */
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Narrowing, Within } from '@shared/insights/within';
import type { Relations } from '@shared/rules/relations';

export type PlaceLevel = 'county' | 'township' | 'site';

export interface BoardPlace {
  /** null = everything this office sees. */
  readonly id: string | null;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly within: Within;
  /** From the top down to this place, both included. */
  readonly path: readonly { readonly id: string | null; readonly name: string }[];
  /** What the places below are compared by; null = there is nothing below, only units. */
  readonly below: 'township' | 'village' | null;
}

const narrowingOf: Readonly<Partial<Record<OrgUnit['level'], Narrowing>>> = {
  township: 'township',
  village: 'village',
  park: 'park',
  building: 'building',
};

type OrgUnits = Relations['documents']['orgUnits'];

/** An office that holds one township begins there, one that holds several begins at the county. */
function topOf(orgUnits: OrgUnits, officeName: string): BoardPlace {
  const townships = [...orgUnits.values()].filter((place) => place.level === 'township');
  const county = [...orgUnits.values()].find((place) => place.level === 'county');
  const [only] = townships;
  const isCounty = townships.length !== 1;
  const name = (isCounty ? county?.name : only?.name) ?? officeName;
  return {
    id: null,
    name,
    level: isCounty ? 'county' : 'township',
    within: {},
    path: [{ id: null, name }],
    below: isCounty ? 'township' : 'village',
  };
}

export function placeOf(id: string | undefined, { documents }: Relations, officeName: string): BoardPlace {
  const { orgUnits } = documents;
  const top = topOf(orgUnits, officeName);
  const place = id === undefined ? undefined : orgUnits.get(id);
  const narrowing = place ? narrowingOf[place.level] : undefined;
  if (!place || !narrowing) return top;
  if (place.level === 'township')
    return top.level === 'township'
      ? top
      : { ...leaf(place, narrowing, top.path), level: 'township', below: 'village' };
  const township = place.parentId === null ? undefined : orgUnits.get(place.parentId);
  const above =
    top.level === 'county' && township?.level === 'township'
      ? [...top.path, { id: township.id, name: township.name }]
      : top.path;
  return leaf(place, narrowing, above);
}

const leaf = (place: OrgUnit, narrowing: Narrowing, above: BoardPlace['path']): BoardPlace => ({
  id: place.id,
  name: place.name,
  level: 'site',
  within: { [narrowing]: place.id },
  path: [...above, { id: place.id, name: place.name }],
  below: null,
});

/** Places one step further down, by name; parks and buildings beside the villages of a township. */
export function placesBelow(place: BoardPlace, { documents }: Relations): readonly OrgUnit[] {
  const all = [...documents.orgUnits.values()];
  const found =
    place.below === 'township'
      ? all.filter((one) => one.level === 'township')
      : place.below === 'village'
        ? all.filter(
            (one) =>
              one.level !== 'township' &&
              narrowingOf[one.level] !== undefined &&
              (place.id === null || one.parentId === place.id),
          )
        : [];
  return found.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
