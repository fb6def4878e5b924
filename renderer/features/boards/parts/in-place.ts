/** Documents of the register that belong to the place a board looks at. */
import { townshipAbove } from '@shared/figures/township-above';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { isWithin } from '@shared/insights/within';
import type { Relations } from '@shared/rules/relations';
import type { BoardPlace } from '../page/places';

/** Whether an office's document counts here: its org unit is the place or lies below it. */
export function isOwnedIn(orgUnitId: string, place: BoardPlace, { documents }: Relations): boolean {
  if (place.id === null || orgUnitId === place.id) return true;
  return place.level === 'township' && townshipAbove(orgUnitId, documents.orgUnits) === place.id;
}

export const unitsIn = (facts: ReadonlyMap<string, UnitFacts>, place: BoardPlace): UnitFacts[] =>
  [...facts.values()].filter((unit) => isWithin(unit, place.within));
