/** Counts beside the figures, by a value: kinds of coverage, 六有 by number and by item, floating members, scope. */
import type { GroupingName } from '@shared/figures/groupings';
import type { DistributionName } from '@shared/insights/messages';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, groupColumns, rangeSql, seriesSql, spanSql } from './fact-rows';
import { keysOf } from './sum-facts';

/** Units that are alike in everything asked about, and how many they are. */
interface AlikeRow {
  readonly [column: string]: unknown;
  /** Positions of the first day they count for and of the first after it. */
  readonly lo: number;
  readonly hi: number;
  /** Within the series; the others count only where units out of scope do. */
  readonly is_counted: boolean;
  readonly units: number | string;
}
type Counts = readonly (readonly [value: string, count: unknown])[];

interface Distribution {
  /** Columns by which units are told apart. */
  readonly by: readonly string[];
  /** Columns that are summed. */
  readonly sums?: readonly string[];
  /** Units out of scope too. */
  readonly isOfAll?: true;
  readonly counts: (row: AlikeRow) => Counts;
}

const floatingScopes = [
  ['crossProvince', 'floating_cross_province'],
  ['crossCity', 'floating_cross_city'],
  ['crossCounty', 'floating_cross_county'],
  ['inCounty', 'floating_in_county'],
  ['abroad', 'floating_abroad'],
  ['unknown', 'floating_unknown'],
] as const;

const distributions: Readonly<Record<DistributionName, Distribution>> = {
  coverageStates: { by: ['coverage_state'], counts: (row) => [[String(row['coverage_state']), row.units]] },
  scope: {
    by: ['scope_reason'],
    isOfAll: true,
    counts: (row) => [[String(row['scope_reason']), row.units]],
  },
  orgsByScope: {
    by: ['scope_reason'],
    sums: ['seat_orgs'],
    isOfAll: true,
    counts: (row) => [[String(row['scope_reason']), row['seat_orgs']]],
  },
  sixByCount: {
    by: ['is_six_assessed', 'six_met'],
    counts: (row) => (row['is_six_assessed'] ? [[String(row['six_met']), row.units]] : []),
  },
  sixByItem: {
    by: ['is_six_assessed', 'six_met_items'],
    // No item at all is null.
    counts: (row) =>
      row['is_six_assessed']
        ? ((row['six_met_items'] ?? []) as readonly string[]).map((code) => [code, row.units] as const)
        : [],
  },
  floatingByScope: {
    by: [],
    sums: floatingScopes.map(([, column]) => column),
    counts: (row) => floatingScopes.map(([scope, column]) => [scope, row[column]] as const),
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

/**
 * All asked distributions from one pass: units that are alike in everything asked about are few, however many units there
 * are.
 * @returns for each distribution one entry per day, in the order of the days
 */
export async function countValues(
  on: Queryable,
  question: ValuesQuestion,
  names: readonly DistributionName[],
): Promise<ReadonlyMap<DistributionName, readonly CountedValues[]>> {
  const rows = names.length === 0 ? [] : await readAlike(on, question, names);
  return new Map(names.map((name) => [name, countedOf(rows, question, distributions[name])]));
}

function countedOf(
  rows: readonly AlikeRow[],
  { days, groupBy }: ValuesQuestion,
  { isOfAll, counts }: Distribution,
): readonly CountedValues[] {
  const points = days.map(() => new Map<string, Map<string, number>>());
  for (const row of rows) {
    if (!row.is_counted && !isOfAll) continue;
    const group = JSON.stringify(keysOf(row, groupBy.length));
    for (const [value, told] of counts(row)) {
      const count = Number(told);
      if (count === 0) continue;
      for (const point of points.slice(row.lo, row.hi)) {
        const known = point.get(group) ?? new Map<string, number>();
        point.set(group, known.set(value, (known.get(value) ?? 0) + count));
      }
    }
  }
  return points;
}

function readAlike(
  on: Queryable,
  question: ValuesQuestion,
  names: readonly DistributionName[],
): Promise<readonly AlikeRow[]> {
  const asked = names.map((name) => distributions[name]);
  const isOfAll = asked.some((one) => one.isOfAll);
  const params = createParams();
  const where = rangeSql(isOfAll ? { ...question, series: 'everything' } : question, params);
  const { lo, hi } = spanSql(question.days, params);
  const { keys, joins } = groupColumns(question.groupBy);
  const by = [...new Set(asked.flatMap((one) => one.by))];
  const sums = [...new Set(asked.flatMap((one) => one.sums ?? []))];
  const groups = [...keys.map((_, i) => `k${i}`), 'lo', 'hi', 'is_counted', ...by].join(', ');
  return on.query<AlikeRow>(
    `select ${groups}, count(*) as units ${sums.map((name) => `, sum(${name}) as ${name}`).join('')}
     from (select ${keys.map((key, i) => `${key} as k${i}, `).join('')} ${lo} as lo, ${hi} as hi,
         ${isOfAll ? seriesSql[question.series] : 'true'} as is_counted, ${[...by, ...sums].map((name) => `f.${name}`).join(', ')}
       from unit_facts f ${joins} where ${where} and ${isOfAll ? ofSeries[question.series] : 'true'}) as rows
     where lo < hi group by ${groups}`,
    params.values,
  );
}
