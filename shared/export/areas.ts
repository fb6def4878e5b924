/** Areas a summary has rows for: the townships of a county, or the villages and parks of a township. */
import type { OrgUnit } from '@shared/domain/org-unit';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { orgUnitOf, placeRanks, type ReportInput, type UnitRow } from './report-input';

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
  const ranks = placeRanks(input);
  const rankOf = ({ id }: Area): number => ranks.get(id ?? '') ?? Number.MAX_SAFE_INTEGER;
  return [...units]
    .map(([id, inside]) => ({ id, name: areaName(input, id), units: inside }))
    .sort((a, b) => rankOf(a) - rankOf(b));
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
  (id === null ? undefined : orgUnitOf(input, id)?.name) ?? '未填所在村（社区）';
