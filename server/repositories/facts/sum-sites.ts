/** The figures that count places, C14 and C15, on one day, by group. */
import type { Counted, SiteFigureId } from '@shared/figures/figure';
import type { GroupingName } from '@shared/figures/groupings';
import { type Narrowing, type Within, withinEntries } from '@shared/insights/within';
import type { Queryable } from '../../db/database';
import { createParams, type FactsScope, listed, type Params, rangeSql } from './fact-rows';

const keysOf = (row: Readonly<Record<string, unknown>>, count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(row[`k${i}`]));

export type SiteFigures = Readonly<Record<SiteFigureId, Counted>>;

/** Groups places fall into; the other groupings are about units only. */
const groupSql: Readonly<Partial<Record<GroupingName, string>>> = {
  all: `'all'`,
  township: `coalesce(s.township_id, '')`,
  park: `case when s.level = 'park' then s.site_id end`,
  building: `case when s.level = 'building' then s.site_id end`,
};
const narrowingSql = (name: Narrowing): string | undefined => groupSql[name];

/** Which places are asked about. */
export interface SiteRange extends FactsScope {
  readonly day: string;
  readonly within: Within;
}
interface SitesQuestion extends SiteRange {
  readonly groupBy: readonly GroupingName[];
}
/** By the JSON of the keys; groups without a place are absent. */
export type SummedSites = ReadonlyMap<
  string,
  { readonly keys: readonly string[]; readonly figures: SiteFigures }
>;
const nothing: SummedSites = new Map();

/** Conditions on `rows` of `siteRowsSql`: what is in the base of each figure, and what of it counts. */
export const siteFigureSql: Readonly<
  Record<SiteFigureId, { readonly base: string; readonly counts: string }>
> = {
  C14: { base: `level <> 'market'`, counts: 'has_room' },
  C15: { base: `level = 'building' and is_due`, counts: 'is_reached' },
};

export async function sumSites(on: Queryable, question: SitesQuestion): Promise<SummedSites> {
  const { groupBy } = question;
  const keys = groupBy.flatMap((name) => groupSql[name] ?? []);
  const params = createParams();
  const rowsSql = keys.length < groupBy.length ? null : siteRowsSql(question, keys, params);
  if (rowsSql === null) return nothing;
  const groups = keys.map((_, i) => `k${i}`);
  const sums = Object.entries(siteFigureSql).map(
    ([id, { base, counts }]) =>
      `count(*) filter (where ${base} and ${counts}) as ${id}n, count(*) filter (where ${base}) as ${id}d`,
  );
  const rows = await on.query<Record<string, unknown>>(
    `${rowsSql}
     select ${listed(groups)} ${sums.join(', ')}
     from rows ${groups.length === 0 ? '' : `group by ${groups.join(', ')}`}`,
    params.values,
  );
  // Columns come back in lower case.
  const figure = (row: Record<string, unknown>, id: string) => ({
    numerator: Number(row[`${id}n`]),
    denominator: Number(row[`${id}d`]),
  });
  return new Map(
    rows.map((row) => {
      const found = keysOf(row, groupBy.length);
      return [
        JSON.stringify(found),
        { keys: found, figures: { C14: figure(row, 'c14'), C15: figure(row, 'c15') } },
      ];
    }),
  );
}

/**
 * The start of a statement: `rows`, the places of the day with the columns of `site_facts`, `is_reached` and the keys as
 * k0, k1 …
 * @returns null where no place can be meant: a place has no industry and no size
 */
export function siteRowsSql(
  { countyId, rootId, day, within }: SiteRange,
  keys: readonly string[],
  params: Params,
): string | null {
  const narrowed = withinEntries(within).map(([name, key]) => ({ sql: narrowingSql(name), key }));
  if (narrowed.some(({ sql }) => sql === undefined)) return null;
  const where = rangeSql({ countyId, rootId, days: [day], within: {}, series: 'twoNew' }, params);
  const [county, on] = ['$1', '$2'];
  const conditions = [
    `s.county_id = ${county} and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)`,
    ...narrowed.map(({ sql, key }) => `${sql ?? ''} = ${params.add(key)}`),
    ...(rootId === null
      ? []
      : [
          `exists (select from org_tree t where t.county_id = ${county} and t.org_unit_id = s.site_id
             and ${params.add(rootId)} = any(t.ancestors))`,
        ]),
    ...keys.map((key) => `${key} is not null`),
  ];
  return `with reached as (
       select distinct unnest(f.building_ids) as site_id from unit_facts f
       where ${where} and f.building_ids is not null and (f.has_org or f.has_instructor)
     ), rows as (
       select ${listed(keys.map((key, i) => `${key} as k${i}`))} s.*,
         s.site_id in (select site_id from reached) as is_reached
       from site_facts s where ${conditions.join(' and ')}
     )`;
}
