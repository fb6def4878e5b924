/** Parks, buildings, streets and markets on a day (C14, C15). */
import type { OrgUnit } from '@shared/domain/org-unit';
import { related, relatedDocuments } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import { isInUse } from './six-haves/has-venue';
import { townshipAbove } from './township-above';
import type { SiteFacts, UnitFacts } from './unit-facts';

/** null for administrative levels and for sites not yet opened. */
export function deriveSiteFacts(
  site: OrgUnit,
  facts: ReadonlyMap<string, UnitFacts>,
  context: FactsContext,
): SiteFacts | null {
  const { level } = site;
  if (level !== 'park' && level !== 'building' && level !== 'street' && level !== 'market') return null;
  if (site.openedOn !== null && site.openedOn > context.asOf) return null;
  const units = [...related(context.relations, 'unitsBySite', site.id)].flatMap((id) => facts.get(id) ?? []);
  const inScope = units.filter((unit) => unit.inScope);
  return {
    siteId: site.id,
    name: site.name,
    level,
    townshipId: townshipAbove(site.id, context.relations.documents.orgUnits),
    isDue: level !== 'building' || isLet(site, context),
    hasRoom: hasRoom(site, context),
    isCovered: inScope.some((unit) => unit.hasOrg || unit.hasInstructor),
    unitsInScope: inScope.length,
  };
}

/** Occupancy not recorded counts as let: old buildings rarely state it. */
const isLet = (site: OrgUnit, { ruleSet }: FactsContext): boolean =>
  site.occupancyPct === null || site.occupancyPct >= ruleSet.coverage.buildingDueOccupancyPct;

/** A room of the site itself, or one that a unit there shares with others. */
function hasRoom(site: OrgUnit, { relations, asOf }: FactsContext): boolean {
  for (const room of relatedDocuments(relations, 'partyRooms', 'roomsBySite', site.id))
    if (isInUse(room, asOf)) return true;
  for (const unitId of related(relations, 'unitsBySite', site.id))
    for (const room of relatedDocuments(relations, 'partyRooms', 'roomsByUnit', unitId))
      if (room.isShareable === true && isInUse(room, asOf)) return true;
  return false;
}

export function deriveAllSites(
  facts: ReadonlyMap<string, UnitFacts>,
  context: FactsContext,
): Map<string, SiteFacts> {
  const all = new Map<string, SiteFacts>();
  for (const site of context.relations.documents.orgUnits.values()) {
    const found = deriveSiteFacts(site, facts, context);
    if (found) all.set(site.id, found);
  }
  return all;
}
