/** The simulated county: two townships and a village, enough for every way scopes can lie to each other. */
export interface SimulatedPlace {
  readonly id: string;
  readonly name: string;
  readonly level: 'county' | 'township' | 'village';
  readonly parentId: string | null;
}

export const countyPlace: SimulatedPlace = { id: 'county', name: '安平县', level: 'county', parentId: null };
/** Where records may lie. */
export const places: readonly SimulatedPlace[] = [
  { id: 'town-1', name: '青溪镇', level: 'township', parentId: 'county' },
  { id: 'town-2', name: '石桥镇', level: 'township', parentId: 'county' },
  { id: 'village-1', name: '上河村', level: 'village', parentId: 'town-1' },
];

/** The township of an office; null for the county's own. */
export function townshipOf(placeId: string): string | null {
  const place = places.find(({ id }) => id === placeId);
  if (!place) return null;
  return place.level === 'village' ? place.parentId : place.id;
}
