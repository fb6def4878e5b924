/** The figures that count places, C14 and C15, on any day, by group. */
import type { Figure } from '@shared/figures/figure';
import type { GroupingName } from '@shared/figures/groupings';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import type { Queryable } from '../../db/database';
import type { FactsQuestion } from './sum-facts';

export type SiteFigures = Readonly<Record<'C14' | 'C15', Figure>>;

/** Groups places fall into; the other groupings are about units only. */
const groupSql: Readonly<Partial<Record<GroupingName, string>>> = {
  all: `'all'`,
  township: `coalesce(township_id, '')`,
  park: `case when level = 'park' then site_id end`,
  building: `case when level = 'building' then site_id end`,
};

/** Group key → figures; groups without a place are absent. */
export async function sumSites(
  on: Queryable,
  { countyId, day, groupBy, townshipIds = null }: Omit<FactsQuestion, 'series'>,
): Promise<Map<string, SiteFigures>> {
  const group = groupSql[groupBy];
  if (group === undefined) return new Map();
  const rows = await on.query<Record<'key' | 'version', string> & Record<string, unknown>>(
    `with reached as (
       select distinct unnest(building_ids) as site_id from unit_facts
       where county_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)
         and in_scope and (has_org or has_instructor)
     ), rows as (
       select ${group} as key, s.*, level = 'building' and is_due as counts_as_building,
         site_id in (select site_id from reached) as is_reached
       from site_facts s
       where county_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)
         and ($3::text[] is null or township_id = any($3::text[]))
     )
     select key, max(rule_set_version) as version,
       count(*) filter (where level <> 'market' and has_room) as c14n,
       count(*) filter (where level <> 'market') as c14d,
       count(*) filter (where counts_as_building and is_reached) as c15n,
       count(*) filter (where counts_as_building) as c15d
     from rows where key is not null group by key`,
    [countyId, day, townshipIds],
  );
  return new Map(
    rows.map((row) => {
      const figure = (id: 'C14' | 'C15'): Figure => ({
        id,
        numerator: Number(row[`${id.toLowerCase()}n`]),
        denominator: Number(row[`${id.toLowerCase()}d`]),
        base: getIndicator(id).base,
        asOf: day,
        ruleSetVersion: row.version,
      });
      return [row.key, { C14: figure('C14'), C15: figure('C15') }];
    }),
  );
}
