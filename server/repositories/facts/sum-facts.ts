/**
 * All figures over units on any days, by group. A row of `unit_facts` holds for a run of days, so rows are summed once by
 * the days they begin and cease to hold on, and points are sums of those sums: three years of months cost one pass.
 */

import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, groupColumns, rangeSql } from './fact-rows';
import { type UnitFigureId, unitFigureSql } from './indicator-sql';

export interface FactsQuestion extends FactRange {
  readonly groupBy: readonly GroupingName[];
  readonly figures: readonly UnitFigureId[];
}

export interface SummedGroup {
  readonly keys: readonly string[];
  readonly figures: Map<UnitFigureId, { numerator: number; denominator: number }>;
}
export interface SummedDay {
  /** null: there was nothing to count. */
  ruleSetVersion: string | null;
  /** By the JSON of the keys; groups without a unit in the base are absent. */
  readonly groups: Map<string, SummedGroup>;
}

interface SumRow {
  readonly [column: string]: unknown;
  readonly lo: number;
  readonly hi: number;
  readonly version: string;
}

/** One entry per day, in the order of the days. */
export async function sumFacts(on: Queryable, question: FactsQuestion): Promise<readonly SummedDay[]> {
  const { days, figures, groupBy } = question;
  const points = days.map((): SummedDay => ({ ruleSetVersion: null, groups: new Map() }));
  for (const row of await readSums(on, question)) {
    const keys = keysOf(row, groupBy.length);
    for (const point of points.slice(row.lo, row.hi)) {
      if (point.ruleSetVersion === null || point.ruleSetVersion < row.version)
        point.ruleSetVersion = row.version;
      addTo(groupAt(point, keys, figures), row);
    }
  }
  if (figures.includes('C13b')) await countPeople(on, question, points);
  return points;
}

export const keysOf = (row: Readonly<Record<string, unknown>>, count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(row[`k${i}`]));

function groupAt(point: SummedDay, keys: readonly string[], figures: readonly UnitFigureId[]): SummedGroup {
  const name = JSON.stringify(keys);
  const found = point.groups.get(name);
  if (found) return found;
  const empty = new Map(figures.map((id) => [id, { numerator: 0, denominator: 0 }]));
  const made: SummedGroup = { keys, figures: empty };
  point.groups.set(name, made);
  return made;
}

function addTo({ figures }: SummedGroup, row: SumRow): void {
  for (const [id, sums] of figures) {
    sums.numerator += Number(row[`${id}/n`]);
    sums.denominator += Number(row[`${id}/d`]);
  }
}

function readSums(on: Queryable, question: FactsQuestion): Promise<readonly SumRow[]> {
  const params = createParams();
  const { where, lo, hi } = rangeSql(question, params);
  const { keys, joins } = groupColumns(question.groupBy);
  const sums = question.figures.flatMap((id) => {
    const { numerator, denominator } = unitFigureSql[id];
    return [`${numerator} as "${id}/n"`, `${denominator} as "${id}/d"`];
  });
  const groups = [...keys.map((_, i) => `k${i}`), 'lo', 'hi'].join(', ');
  return on.query<SumRow>(
    `select ${groups}, max(rule_set_version) as version ${sums.map((sum) => `, ${sum}`).join('')}
     from (select f.*, ${keys.map((key, i) => `${key} as k${i}, `).join('')} ${lo} as lo, ${hi} as hi
       from unit_facts f ${joins} where ${where}) as rows
     where lo < hi group by ${groups}`,
    params.values,
  );
}

/** People who serve several units count once, which sums of sums cannot say. */
async function countPeople(
  on: Queryable,
  question: FactsQuestion,
  points: readonly SummedDay[],
): Promise<void> {
  const params = createParams();
  const { where, lo, hi } = rangeSql(question, params);
  const { keys, joins } = groupColumns(question.groupBy);
  const groups = [...keys.map((_, i) => `k${i}`), 'i'].join(', ');
  const rows = await on.query<{ i: number; people: number } & Record<string, unknown>>(
    `select ${keys.map((key, i) => `${key} as k${i}, `).join('')} on_day.i, count(distinct person) as people
     from unit_facts f ${joins}
     cross join lateral unnest(f.instructor_ids) as person
     cross join lateral generate_series(${lo}, ${hi} - 1) as on_day (i)
     where ${where} group by ${groups}`,
    params.values,
  );
  for (const row of rows) {
    const group = points[row.i]?.groups.get(JSON.stringify(keysOf(row, question.groupBy.length)));
    const figure = group?.figures.get('C13b');
    if (figure) figure.denominator = Number(row.people);
  }
}
