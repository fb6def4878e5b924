/** All figures over units on any day, by group, as one statement. */
import type { Series } from '@shared/figures/accumulator';
import type { Figure } from '@shared/figures/figure';
import type { GroupingName } from '@shared/figures/groupings';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import type { Queryable } from '../../db/database';
import { type UnitFigureId, unitFigureSql } from './indicator-sql';

export interface FactsQuestion {
  readonly countyId: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly groupBy: GroupingName;
  readonly series?: Series;
  /** Only units of these townships; null = all. */
  readonly townshipIds?: readonly string[] | null;
}

export type UnitFigures = Readonly<Record<UnitFigureId, Figure>>;

/** One key per row; a unit that lies in two parks counts in both, one that lies in none under ''. */
const groupSql: Readonly<Record<GroupingName, string>> = {
  all: `'all'`,
  township: 'township_id',
  village: `unnest(coalesce(village_ids, '{""}'))`,
  park: `unnest(coalesce(park_ids, '{""}'))`,
  building: `unnest(coalesce(building_ids, '{""}'))`,
  industry: `coalesce(industry_section, '')`,
  sizeClass: `coalesce(size_class, '')`,
  ownership: `coalesce(ownership, '')`,
  unitType: 'unit_type',
  socialType: `coalesce(social_type, '')`,
};
const scopeSql: Readonly<Record<Series, string>> = {
  twoNew: `in_scope and unit_type <> 'individualBusiness'`,
  soleTraders: 'is_sole_trader_in_scope',
};

// Object.entries forgets the key type of a record.
const figures = Object.entries(unitFigureSql) as [UnitFigureId, { numerator: string; denominator: string }][];
const sums = figures.map(
  ([id, { numerator, denominator }]) => `${numerator} as "${id}/n", ${denominator} as "${id}/d"`,
);

/** Group key → figures; groups without a unit in scope are absent. See `groupings` for the keys. */
export async function sumFacts(on: Queryable, question: FactsQuestion): Promise<Map<string, UnitFigures>> {
  const { countyId, day, groupBy, series = 'twoNew', townshipIds = null } = question;
  const rows = await on.query<{ key: string; version: string } & Record<string, unknown>>(
    `with rows as (
       select ${groupSql[groupBy]} as key, f.* from unit_facts f
       where county_id = $1 and valid_from <= $2 and (valid_to is null or $2 < valid_to)
         and ${scopeSql[series]} and ($3::text[] is null or township_id = any($3::text[]))
     ), serving as (
       select key, count(distinct person) as instructors from rows, unnest(instructor_ids) as person group by key
     )
     select key, max(rule_set_version) as version, ${sums.join(', ')}
     from rows left join serving using (key) group by key`,
    [countyId, day, townshipIds],
  );
  return new Map(rows.map((row) => [row.key, toFigures(row, day)]));
}

function toFigures(row: { version: string } & Record<string, unknown>, asOf: string): UnitFigures {
  const all = figures.map(([id]): [UnitFigureId, Figure] => [
    id,
    {
      id,
      numerator: Number(row[`${id}/n`]),
      denominator: Number(row[`${id}/d`] ?? 0),
      base: getIndicator(id).base,
      asOf,
      ruleSetVersion: row.version,
    },
  ]);
  // The list has every id of the record.
  return Object.fromEntries(all) as UnitFigures;
}
