/**
 * The columns of `unit_facts` beside county, unit and days, each with its type and where its value comes from: the one
 * list behind deriving, writing and comparing rows. Migrations 003 and 010 say the same in SQL; a test compares the two.
 */
import type { CodeOf } from '@shared/domain/define';
import type { orgTiers } from '@shared/domain/party-org';
import type { FactsContext } from '@shared/figures/facts-context';
import type { UnitFacts } from '@shared/figures/unit-facts';

type Value = string | number | boolean | readonly string[] | null;
type ColumnType = 'text' | 'text[]' | 'integer' | 'boolean';
interface FactColumn {
  readonly type: ColumnType;
  readonly of: (facts: UnitFacts, context: FactsContext) => Value;
}

type Of = FactColumn['of'];
const text = (of: Of): FactColumn => ({ type: 'text', of });
const number = (of: Of): FactColumn => ({ type: 'integer', of });
const flag = (of: Of): FactColumn => ({ type: 'boolean', of });
/** An empty list is null: most are empty, and a null takes no room. */
const list = (of: (facts: UnitFacts) => readonly string[]): FactColumn => ({
  type: 'text[]',
  of: (facts) => {
    const values = of(facts);
    return values.length === 0 ? null : values;
  },
});
const floating = (scope: string): FactColumn => number((facts) => facts.floatingByScope[scope] ?? 0);
const seats = (tier: CodeOf<typeof orgTiers>): FactColumn => number((facts) => facts.seatByTier[tier] ?? 0);

export const factColumns = {
  rule_set_version: text((_, { ruleSet }) => ruleSet.version),
  criteria_set_code: text((facts) => facts.criteriaSetCode),
  township_id: text((facts) => facts.townshipId),
  village_ids: list((facts) => facts.villageIds),
  park_ids: list((facts) => facts.parkIds),
  building_ids: list((facts) => facts.buildingIds),
  unit_type: text((facts) => facts.unitType),
  ownership: text((facts) => facts.ownership),
  social_type: text((facts) => facts.socialType),
  industry_section: text((facts) => facts.industrySection),
  size_class: text((facts) => facts.sizeClass),
  key_fields: list((facts) => facts.keyFields),
  status: text((facts) => facts.status),
  scope_reason: text((facts) => facts.scopeReason),
  in_scope: flag((facts) => facts.inScope),
  is_sole_trader_in_scope: flag((facts) => facts.isSoleTraderInScope),
  staff: number((facts) => facts.staff),
  is_above_scale: flag((facts) => facts.isAboveScale),
  has_50: flag((facts) => facts.has50),
  has_100: flag((facts) => facts.has100),
  has_union: flag((facts) => facts.hasUnion),
  has_league: flag((facts) => facts.hasLeague),
  has_women: flag((facts) => facts.hasWomen),
  has_workers_congress: flag((facts) => facts.hasWorkersCongress),
  not_built_reason: text((facts) => facts.notBuiltReason),
  coverage_state: text((facts) => facts.coverageState),
  cover_org_id: text((facts) => facts.coverOrgId),
  has_org: flag((facts) => facts.hasOrg),
  is_org_covered: flag((facts) => facts.isOrgCovered),
  is_work_covered: flag((facts) => facts.isWorkCovered),
  is_effectively_covered: flag((facts) => facts.isEffectivelyCovered),
  is_blank: flag((facts) => facts.isBlank),
  has_instructor: flag((facts) => facts.hasInstructor),
  has_liaison: flag((facts) => facts.hasLiaison),
  has_mass_org: flag((facts) => facts.hasMassOrg),
  instructor_ids: list((facts) => facts.instructorIds),
  is_should_build: flag((facts) => facts.isShouldBuild),
  build_list: text((facts) => facts.buildList),
  members_basis: text((facts) => facts.membersBasis),
  members_here: number((facts) => facts.membersHere),
  full_members_here: number((facts) => facts.fullMembersHere),
  probationary_here: number((facts) => facts.probationaryHere),
  members_elsewhere: number((facts) => facts.membersElsewhere),
  members_working: number((facts) => facts.membersWorking),
  declared_difference: number((facts) => facts.declaredDifference),
  counting_full_here: number((facts) => facts.countingFullHere),
  counting_full_elsewhere: number((facts) => facts.countingFullElsewhere),
  roster_members: number((facts) => facts.rosterMembers),
  trained_members: number((facts) => facts.trainedMembers),
  new_members: number((facts) => facts.newMembers),
  new_members_preferred: number((facts) => facts.newMembersPreferred),
  activists: number((facts) => facts.activists),
  floating_out: number((facts) => facts.floatingOut),
  floating_cross_province: floating('crossProvince'),
  floating_cross_city: floating('crossCity'),
  floating_cross_county: floating('crossCounty'),
  floating_in_county: floating('inCounty'),
  floating_abroad: floating('abroad'),
  floating_unknown: floating('unknown'),
  seat_org_ids: list((facts) => facts.seatOrgIds),
  seat_orgs: number((facts) => facts.seatOrgs),
  seat_committees: seats('committee'),
  seat_general_branches: seats('generalBranch'),
  seat_branches: seats('branch'),
  seat_joint_branches: seats('jointBranch'),
  seat_temp_branches: seats('tempBranch'),
  seat_floating_branches: seats('floatingBranch'),
  seat_secretaries: number((facts) => facts.seatSecretaries),
  seat_owner_secretaries: number((facts) => facts.seatOwnerSecretaries),
  seat_reserves: number((facts) => facts.seatReserves),
  six_met_items: list(({ sixItems }) => Object.keys(sixItems).filter((code) => sixItems[code])),
  six_met: number((facts) => facts.sixMet),
  is_six_assessed: flag((facts) => facts.isSixAssessed),
  is_six_passed: flag((facts) => facts.isSixPassed),
  is_six_basic: flag((facts) => facts.isSixBasic),
} as const satisfies Readonly<Record<string, FactColumn>>;

export type FactColumnName = keyof typeof factColumns;
// Object.entries forgets the key type of a literal record.
export const factColumnList = Object.entries(factColumns) as [FactColumnName, FactColumn][];

/** Values of a day as one JSON object: equal text means equal facts. */
export function factValuesOf(facts: UnitFacts, context: FactsContext): string {
  const values: Record<string, Value> = {};
  for (const [name, column] of factColumnList) values[name] = column.of(facts, context);
  return JSON.stringify(values);
}
