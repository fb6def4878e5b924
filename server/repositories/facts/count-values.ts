/** Counts beside the figures, by a value: kinds of coverage, 六有 by number and by item, floating members, scope. */
import type { GroupingName } from '@shared/figures/groupings';
import type { DistributionName } from '@shared/insights/messages';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, groupColumns, rangeSql, spanSql } from './fact-rows';
import { keysOf } from './sum-facts';

interface DistributionSql {
  readonly value: string;
  /** What a row adds; 1 by default. */
  readonly weight?: string;
  readonly join?: string;
  readonly where?: string;
  /** Units out of scope too. */
  readonly isOfAll?: true;
}

const floatingScopes = [
  ['crossProvince', 'floating_cross_province'],
  ['crossCity', 'floating_cross_city'],
  ['crossCounty', 'floating_cross_county'],
  ['inCounty', 'floating_in_county'],
  ['abroad', 'floating_abroad'],
  ['unknown', 'floating_unknown'],
]
  .map(([scope, column]) => `('${scope}', f.${column})`)
  .join(', ');

const distributionSql: Readonly<Record<DistributionName, DistributionSql>> = {
  coverageStates: { value: 'f.coverage_state' },
  scope: { value: 'f.scope_reason', isOfAll: true },
  orgsByScope: { value: 'f.scope_reason', weight: 'f.seat_orgs', isOfAll: true },
  sixByCount: { value: 'f.six_met::text', where: 'f.is_six_assessed' },
  sixByItem: {
    value: 'item',
    join: 'cross join lateral unnest(f.six_met_items) as item',
    where: 'f.is_six_assessed',
  },
  floatingByScope: {
    value: 'floating.scope',
    weight: 'floating.members',
    join: `cross join lateral (values ${floatingScopes}) as floating (scope, members)`,
  },
};

/** Series of which a row out of scope is none. */
const ofSeries = {
  twoNew: `f.unit_type <> 'individualBusiness'`,
  soleTraders: `f.unit_type = 'individualBusiness'`,
};

export interface ValuesQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
}
/** By the JSON of the keys: value → count, without zeros. */
export type CountedValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** One entry per day, in the order of the days. */
export async function countValues(
  on: Queryable,
  question: ValuesQuestion,
  name: DistributionName,
): Promise<readonly CountedValues[]> {
  const { value, weight = '1', join = '', where: only = 'true', isOfAll } = distributionSql[name];
  const params = createParams();
  const range = isOfAll ? { ...question, series: 'everything' as const } : question;
  const { where } = rangeSql(range, params);
  const { lo, hi } = spanSql(question.days, params);
  const { keys, joins } = groupColumns(question.groupBy);
  const groups = [...keys.map((_, i) => `k${i}`), 'value', 'lo', 'hi'].join(', ');
  const rows = await on.query<{ value: string; lo: number; hi: number; total: number }>(
    `select ${groups}, sum(weight) as total
     from (select ${keys.map((key, i) => `${key} as k${i}, `).join('')} ${value} as value, ${weight} as weight,
         ${lo} as lo, ${hi} as hi
       from unit_facts f ${joins} ${join}
       where ${where} and ${only} and ${isOfAll ? ofSeries[question.series] : 'true'}) as rows
     where lo < hi and weight <> 0 group by ${groups}`,
    params.values,
  );
  const points = question.days.map(() => new Map<string, Map<string, number>>());
  for (const row of rows) {
    const group = JSON.stringify(keysOf(row, keys.length));
    for (const point of points.slice(row.lo, row.hi)) {
      const counts = point.get(group) ?? new Map<string, number>();
      point.set(group, counts.set(row.value, (counts.get(row.value) ?? 0) + Number(row.total)));
    }
  }
  return points;
}
