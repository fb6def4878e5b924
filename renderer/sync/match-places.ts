/** Which of the county's places an office meant when it kept its register alone. A person confirms. Pure. */
import type { OrgUnit } from '@shared/domain/org-unit';
import { matchPlace } from '@shared/import/match-place';
import { exactKey } from '@shared/import/normalize-name';
import type { PlaceMatch } from './status/sync-status';

export interface CountyPlaces {
  readonly places: readonly OrgUnit[];
  readonly countyId: string;
  /** Where the device was enrolled. */
  readonly deviceId: string;
}

/**
 * By division code, then by name and level below the same parent. The county itself, and the office's own level where
 * the device was enrolled, are what they are whatever they are called.
 * @param homeId the office's own level; null when it has none
 */
export function matchPlaces(
  own: readonly OrgUnit[],
  homeId: string | null,
  county: CountyPlaces,
): PlaceMatch[] {
  const matched = new Map<string, OrgUnit>();
  const taken = new Set<string>();
  for (const place of fromTheTop(own)) {
    const free = county.places.filter(({ id, level }) => level === place.level && !taken.has(id));
    const found =
      free.find(({ divisionCode }) => divisionCode !== null && divisionCode === place.divisionCode) ??
      fixedMatch(place, homeId, free, county) ??
      byName(place, free, matched);
    if (!found) continue;
    matched.set(place.id, found);
    taken.add(found.id);
  }
  return own.map(({ id, name }) => ({
    localId: id,
    localName: name,
    countyId: matched.get(id)?.id ?? null,
    countyName: matched.get(id)?.name ?? null,
  }));
}

function fixedMatch(place: OrgUnit, homeId: string | null, free: readonly OrgUnit[], county: CountyPlaces) {
  if (place.level === 'county') return free.find(({ id }) => id === county.countyId);
  return place.id === homeId ? free.find(({ id }) => id === county.deviceId) : undefined;
}

/** Two townships may each have a 东村: a place is looked for below the county's place of its parent, when that is known. */
function byName(
  place: OrgUnit,
  free: readonly OrgUnit[],
  matched: ReadonlyMap<string, OrgUnit>,
): OrgUnit | undefined {
  const parent = place.parentId === null ? undefined : matched.get(place.parentId);
  const near = free.filter(({ parentId }) => parent === undefined || parentId === parent.id);
  if (place.level === 'township' || place.level === 'county')
    return near.find(({ name }) => exactKey(name) === exactKey(place.name));
  const found = matchPlace(place.name, near);
  return found.kind === 'one' ? found.place : undefined;
}

function fromTheTop(own: readonly OrgUnit[]): OrgUnit[] {
  const byId = new Map(own.map((place) => [place.id, place]));
  const ordered = new Set<OrgUnit>();
  const add = (place: OrgUnit) => {
    // Taken out first, so that places which name each other as parents end here.
    if (!byId.delete(place.id)) return;
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    if (parent) add(parent);
    ordered.add(place);
  };
  for (const place of own) add(place);
  return [...ordered];
}
