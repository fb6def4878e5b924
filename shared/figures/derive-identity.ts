/** What a unit is, as far as groupings and figures need it. */
import type { Unit } from '@shared/domain/unit';
import { isAboveScale } from '@shared/identifiers/above-scale';
import { sizeClassOf } from '@shared/identifiers/size-class';
import type { FactsContext } from './facts-context';
import type { IdentityFacts } from './unit-facts';

const noSites: readonly string[] = [];

export function deriveIdentity(unit: Unit, context: FactsContext): IdentityFacts {
  const { coverage } = context.ruleSet;
  const { industryCode, staff, revenueWan } = unit;
  const isEnterprise = unit.unitType !== 'socialOrg';
  const mass = unit.massOrgs;
  return {
    unitId: unit.id,
    name: unit.name,
    unitType: unit.unitType,
    ownership: unit.ownership,
    socialType: unit.socialType,
    townshipId: unit.townshipId,
    siteIds: unit.siteIds,
    villageIds: sitesOf(unit, 'village', context),
    parkIds: sitesOf(unit, 'park', context),
    buildingIds: sitesOf(unit, 'building', context),
    industrySection: industryCode?.[0] ?? null,
    keyFields: unit.keyFields,
    staff,
    sizeClass: isEnterprise ? sizeClassOf({ industryCode, staff, revenueWan, assetsWan: null }).value : null,
    isAboveScale: isEnterprise ? deriveAboveScale(unit, context) : null,
    has50: staff !== null && staff >= coverage.doubleStandardMemberStaff,
    has100: staff !== null && staff >= coverage.doubleStandardOrgStaff,
    hasUnion: holds(mass.union, context.asOf),
    hasLeague: holds(mass.league, context.asOf),
    hasWomen: holds(mass.women, context.asOf),
    hasWorkersCongress: unit.hasWorkersCongress === true,
    notBuiltReason: unit.notBuiltReason,
  };
}

const holds = (org: Unit['massOrgs']['union'], day: string): boolean =>
  org.has === true && (org.since === null || org.since <= day);

function sitesOf(unit: Unit, level: 'village' | 'park' | 'building', { relations }: FactsContext) {
  if (unit.siteIds.length === 0) return noSites;
  const found = unit.siteIds.filter((id) => relations.documents.orgUnits.get(id)?.level === level);
  return found.length === 0 ? noSites : found;
}

/**
 * By the one definition the rule set names: computed where its measures are known, else the recorded answer if it
 * was given under the same definition. Another definition's answer is never mixed in (B0.7).
 */
function deriveAboveScale(unit: Unit, { ruleSet, asOf }: FactsContext): boolean | null {
  const basis = ruleSet.coverage.aboveScaleBasis;
  if (basis === 'declared') return unit.aboveScale;
  return isAboveScale(unit, basis, asOf).value ?? (unit.aboveScaleBasis === basis ? unit.aboveScale : null);
}
