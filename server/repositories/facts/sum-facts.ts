/**
 * All figures over units on any days, by group. A row of `unit_facts` holds for a run of days, so rows are summed by the day
 * they begin to hold on, and by the day they cease to: a point is what has begun until then without what has ceased. Three
 * years of months cost two passes, which two processors make at the same time.
 */

import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, groupColumns, rangeSql, spanSql } from './fact-rows';
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
  /** Position of the first day the row counts for. */
  readonly i: number;
  readonly version: string;
  /** Rows that begin to hold, less those that cease to. */
  readonly units: number | string;
}

/** One entry per day, in the order of the days. */
export async function sumFacts(on: Queryable, question: FactsQuestion): Promise<readonly SummedDay[]> {
  const { days, figures, groupBy } = question;
  const points = days.map((): SummedDay => ({ ruleSetVersion: null, groups: new Map() }));
  for (const steps of byGroup(await readSums(on, question), groupBy.length).values())
    addSteps(points, steps, figures);
  if (figures.includes('C13b')) await countPeople(on, question, points);
  return points;
}

export const keysOf = (row: Readonly<Record<string, unknown>>, count: number): string[] =>
  Array.from({ length: count }, (_, i) => String(row[`k${i}`]));

/** What changes from day to day in one group under one version of the rules. */
interface Steps {
  readonly keys: readonly string[];
  readonly version: string;
  readonly rows: readonly SumRow[];
}

function byGroup(rows: readonly SumRow[], keyCount: number): ReadonlyMap<string, Steps> {
  const groups = new Map<string, { keys: string[]; version: string; rows: SumRow[] }>();
  for (const row of rows) {
    const keys = keysOf(row, keyCount);
    const name = JSON.stringify([row.version, ...keys]);
    const found = groups.get(name) ?? { keys, version: row.version, rows: [] };
    groups.set(name, found);
    found.rows.push(row);
  }
  return groups;
}

/** From day to day: what holds is what held the day before and what has changed since. */
function addSteps(
  points: readonly SummedDay[],
  { keys, version, rows }: Steps,
  figures: readonly UnitFigureId[],
): void {
  const sums = figures.map((id) => ({ id, numerator: 0, denominator: 0 }));
  let units = 0;
  for (const [i, point] of points.entries()) {
    for (const row of rows) {
      if (row.i !== i) continue;
      units += Number(row.units);
      for (const sum of sums) {
        sum.numerator += Number(row[`${sum.id}/n`]);
        sum.denominator += Number(row[`${sum.id}/d`]);
      }
    }
    if (units === 0) continue;
    if (point.ruleSetVersion === null || point.ruleSetVersion < version) point.ruleSetVersion = version;
    const group = groupAt(point, keys, figures);
    for (const { id, numerator, denominator } of sums) {
      const known = group.figures.get(id);
      if (!known) continue;
      known.numerator += numerator;
      known.denominator += denominator;
    }
  }
}

function groupAt(point: SummedDay, keys: readonly string[], figures: readonly UnitFigureId[]): SummedGroup {
  const name = JSON.stringify(keys);
  const found = point.groups.get(name);
  if (found) return found;
  const empty = new Map(figures.map((id) => [id, { numerator: 0, denominator: 0 }]));
  const made: SummedGroup = { keys, figures: empty };
  point.groups.set(name, made);
  return made;
}

function readSums(on: Queryable, question: FactsQuestion): Promise<readonly SumRow[]> {
  const { days, figures, groupBy } = question;
  const params = createParams();
  const { where, first, last } = rangeSql(question, params);
  const { keys, joins } = groupColumns(groupBy);
  const names = keys.map((_, i) => `k${i}`);
  const columns = figures.flatMap((id) => [`${id}/n`, `${id}/d`]);
  const sums = figures.flatMap((id) => {
    const { numerator, denominator } = unitFigureSql[id];
    return [`${numerator} as "${id}/n"`, `${denominator} as "${id}/d"`];
  });
  /** Sums by day; grouped by whole days, whose number the planner knows, and cut to the asked ones afterwards. */
  const changes = (sign: string, day: string, condition: string): string => `
    select ${[...names, 'on_day', 'rule_set_version as version', `${sign}1 as sign`, 'count(*) as units', ...sums].join(', ')}
    from (select f.*, ${keys.map((key, i) => `${key} as k${i}, `).join('')} ${day} as on_day
      from unit_facts f ${joins} where ${where} and ${condition}) as rows
    group by ${[...names, 'on_day', 'rule_set_version'].join(', ')}`;
  const isOneDay = days.length === 1;
  const began = changes('', isOneDay ? first : `greatest(f.valid_from, ${first})`, 'true');
  const ceased = changes('-', 'f.valid_to', `f.valid_to <= ${last}`);
  const groups = [...names, 'i', 'version'].join(', ');
  return on.query<SumRow>(
    `select ${[...names, 'version'].join(', ')}, width_bucket(on_day - 1, ${params.add(days)}::date[]) as i,
       sum(sign * units) as units ${columns.map((name) => `, sum(sign * "${name}") as "${name}"`).join('')}
     from (${isOneDay ? began : `${began} union all ${ceased}`}) as changes group by ${groups}`,
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
  const { where } = rangeSql(question, params);
  const { lo, hi } = spanSql(question.days, params);
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
