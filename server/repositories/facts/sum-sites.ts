/** The figures that count places, C14 and C15, on one day, by group. */
import type { GroupingName } from '@shared/figures/groupings';
import { type Narrowing, type Within, withinEntries } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, rangeSql } from './fact-rows';
import { keysOf } from './sum-facts';

export type SiteFigureId = 'C14' | 'C15';
export type SiteFigures = Readonly<Record<SiteFigureId, { numerator: number; denominator: number }>>;

/** Groups places fall into; the other groupings are about units only. */
const groupSql: Readonly<Partial<Record<GroupingName, string>>> = {
  all: `'all'`,
  township: `coalesce(s.township_id, '')`,
  park: `case when s.level = 'park' then s.site_id end`,
  building: `case when s.level = 'building' then s.site_id end`,
};
const narrowingSql = (name: Narrowing): string | undefined => groupSql[name];

export interface SitesQuestion extends FactsScope {
  readonly day: string;
  readonly groupBy: readonly GroupingName[];
  readonly within: Within;
}
export interface SummedSites {
  readonly ruleSetVersion: string | null;
  /** By the JSON of the keys; groups without a place are absent. */
  readonly groups: ReadonlyMap<string, { readonly keys: readonly string[]; readonly figures: SiteFigures }>;
}
const nothing: SummedSites = { ruleSetVersion: null, groups: new Map() };

export async function sumSites(on: Queryable, question: SitesQuestion): Promise<SummedSites> {
  const { day, groupBy, within } = question;
  const keys = groupBy.flatMap((name) => groupSql[name] ?? []);
  const narrowed = withinEntries(within);
  // A place has no industry and no size, so none is left.
  if (keys.length < groupBy.length || narrowed.some(([name]) => narrowingSql(name) === undefined))
    return nothing;
  const rows = await on.query<{ version: string } & Record<string, unknown>>(
    ...statement(question, keys, narrowed, day),
  );
  const figure = (row: Record<string, unknown>, id: string) => ({
    numerator: Number(row[`${id}n`]),
    denominator: Number(row[`${id}d`]),
  });
  return {
    ruleSetVersion: rows[0]?.version ?? null,
    groups: new Map(
      rows.map((row) => {
        const found = keysOf(row, groupBy.length);
        return [
          JSON.stringify(found),
          { keys: found, figures: { C14: figure(row, 'c14'), C15: figure(row, 'c15') } },
        ];
      }),
    ),
  };
}

function statement(
  { countyId, rootId }: SitesQuestion,
  keys: readonly string[],
  narrowed: ReturnType<typeof withinEntries>,
  day: string,
): [sql: string, params: readonly unknown[]] {
  const params = createParams();
  const { where } = rangeSql({ countyId, rootId, days: [day], within: {}, series: 'twoNew' }, params);
  const [county, on] = ['$1', '$2'];
  const conditions = [
    `s.county_id = ${county} and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)`,
    ...narrowed.map(([name, key]) => `${narrowingSql(name) ?? ''} = ${params.add(key)}`),
    ...(rootId === null
      ? []
      : [
          `exists (select from org_tree t where t.county_id = ${county} and t.org_unit_id = s.site_id
             and ${params.add(rootId)} = any(t.ancestors))`,
        ]),
    ...keys.map((key) => `${key} is not null`),
  ];
  const groups = keys.map((_, i) => `k${i}`);
  const sql = `with reached as (
       select distinct unnest(f.building_ids) as site_id from unit_facts f
       where ${where} and (f.has_org or f.has_instructor)
     ), rows as (
       select ${keys.map((key, i) => `${key} as k${i}, `).join('')} s.*,
         s.level = 'building' and s.is_due as counts_as_building,
         s.site_id in (select site_id from reached) as is_reached
       from site_facts s where ${conditions.join(' and ')}
     )
     select ${groups.map((key) => `${key}, `).join('')} max(rule_set_version) as version,
       count(*) filter (where level <> 'market' and has_room) as c14n,
       count(*) filter (where level <> 'market') as c14d,
       count(*) filter (where counts_as_building and is_reached) as c15n,
       count(*) filter (where counts_as_building) as c15d
     from rows ${groups.length === 0 ? '' : `group by ${groups.join(', ')}`}`;
  return [sql, params.values];
}
