/** Areas a summary has rows for: the townships of a county, or the villages and parks of a township. */
import type { OrgUnit } from '@shared/domain/org-unit';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { byName, orgUnitOf, type ReportInput, type UnitRow } from './report-input';

export interface Area {
  /** null for units whose place is not filled in. */
  readonly id: string | null;
  readonly name: string;
  readonly units: readonly UnitRow[];
}

/**
 * Splits units over the areas below the org unit of the report; each unit is in one area. Townships and villages
 * are listed even without units, parks and other places only with some.
 */
export function areasOf(input: ReportInput, rows: readonly UnitRow[]): Area[] {
  const isCounty = orgUnitOf(input, input.scopeOrgUnitId)?.level === 'county';
  const placeOf = isCounty
    ? (facts: UnitFacts) => facts.townshipId
    : (facts: UnitFacts) => reportsThrough(input, facts);
  const units = new Map<string | null, UnitRow[]>();
  for (const place of standingPlaces(input, isCounty ? 'township' : 'village')) units.set(place.id, []);
  for (const row of rows) {
    const id = placeOf(row.facts);
    const known = units.get(id);
    if (known) known.push(row);
    else units.set(id, [row]);
  }
  return [...units]
    .map(([id, inside]) => ({ id, name: areaName(input, id), units: inside }))
    .sort((a, b) => (a.id === null ? 1 : 0) - (b.id === null ? 1 : 0) || areaOrder(input, a, b));
}

/** The village; a unit without one is counted in its park or other place. */
const reportsThrough = (input: ReportInput, facts: UnitFacts): string | null => {
  const ids = [...facts.villageIds, ...facts.parkIds, ...facts.siteIds];
  return ids.find((id) => orgUnitOf(input, id) !== undefined) ?? null;
};

function standingPlaces(input: ReportInput, level: OrgUnit['level']): OrgUnit[] {
  return [...input.relations.documents.orgUnits.values()].filter(
    (place) =>
      place.level === level && (place.parentId === input.scopeOrgUnitId || place.id === input.scopeOrgUnitId),
  );
}

const areaName = (input: ReportInput, id: string | null): string =>
  (id === null ? undefined : orgUnitOf(input, id)?.name) ?? '未填所在村(社区)';

/** Villages before parks, by division code as offices list them, then by name. */
function areaOrder(input: ReportInput, a: Area, b: Area): number {
  const keyOf = ({ id }: Area): string => {
    const place = id === null ? undefined : orgUnitOf(input, id);
    return `${place?.level === 'village' || place?.level === 'township' ? 0 : 1}${place?.divisionCode ?? '~'}`;
  };
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : byName(a.name, b.name);
}
