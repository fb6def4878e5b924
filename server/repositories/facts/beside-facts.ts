/**
 * What sums need beside the facts themselves (migration 012): rows of units that have an instructor once more, values
 * there are, and the rules of each day.
 */
import type { Queryable } from '../../db/database';

/** By which units are looked for and grouped. */
const servedColumns = `county_id, unit_id, valid_from, valid_to, in_scope, is_sole_trader_in_scope, unit_type,
  instructor_ids, township_id, village_ids, park_ids, building_ids, industry_section, size_class, ownership, social_type,
  key_fields`;

/** Follows `unit_facts`, whose rows of these units have just been written. */
export async function followUnitFacts(
  tx: Queryable,
  countyId: string,
  unitIds: readonly string[],
): Promise<void> {
  const ofUnits = 'county_id = $1 and unit_id = any($2::text[])';
  await tx.query(`delete from unit_facts_served where ${ofUnits}`, [countyId, unitIds]);
  await tx.query(
    `insert into unit_facts_served (${servedColumns}) select ${servedColumns} from unit_facts
     where ${ofUnits} and instructor_ids is not null`,
    [countyId, unitIds],
  );
  await tx.query(
    `insert into unit_facts_values (county_id, column_name, value)
     select distinct $1, kept.* from unit_facts f cross join lateral (
       values ('scope_reason', f.scope_reason), ('coverage_state', f.coverage_state)
       union all select 'six_met_items', unnest(f.six_met_items)
     ) as kept where ${ofUnits} on conflict do nothing`,
    [countyId, unitIds],
  );
  await noteRules(tx, `unit_facts where ${ofUnits}`, [countyId, unitIds]);
}

/** Follows `site_facts`, likewise. */
export const followSiteFacts = (tx: Queryable, countyId: string, siteIds: readonly string[]): Promise<void> =>
  noteRules(tx, 'site_facts where county_id = $1 and site_id = any($2::text[])', [countyId, siteIds]);

/** @param rows from where, and which of them */
async function noteRules(tx: Queryable, rows: string, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `insert into facts_rules (county_id, begins_on, rule_set_version)
     select distinct on (valid_from) county_id, valid_from, rule_set_version from ${rows} on conflict do nothing`,
    values,
  );
}

/** Before everything is judged anew: other rules may begin on other days. */
export async function forgetRules(tx: Queryable, countyId: string): Promise<void> {
  await tx.query('delete from facts_rules where county_id = $1', [countyId]);
}

/** @returns version of the rules facts of each day were judged by, in the order of the days; null: there were no facts yet */
export async function listRulesOn(
  on: Queryable,
  countyId: string,
  days: readonly string[],
): Promise<readonly (string | null)[]> {
  const rows = await on.query<{ version: string | null }>(
    `select (select r.rule_set_version from facts_rules r where r.county_id = $1 and r.begins_on <= day.value
       order by r.begins_on desc limit 1) as version
     from unnest($2::date[]) with ordinality as day (value, at) order by day.at`,
    [countyId, days],
  );
  return rows.map(({ version }) => version);
}

/** Columns of which it is known what stands in them. */
type KnownColumn = 'scope_reason' | 'coverage_state' | 'six_met_items';
export type KnownValues = Readonly<Record<KnownColumn, readonly string[]>>;

/** @returns what stands in any row of the county, or once stood there; no more criteria can be met than there are */
export async function listKnownValues(on: Queryable, countyId: string): Promise<KnownValues> {
  const rows = await on.query<{ column_name: string; value: string }>(
    'select column_name, value from unit_facts_values where county_id = $1 order by value',
    [countyId],
  );
  const inColumn = (name: KnownColumn) =>
    rows.filter((row) => row.column_name === name).map(({ value }) => value);
  return {
    scope_reason: inColumn('scope_reason'),
    coverage_state: inColumn('coverage_state'),
    six_met_items: inColumn('six_met_items'),
  };
}
