/**
 * All figures over units on any days, by group. A row of `unit_facts` holds for a run of days, so rows are summed by the day
 * they begin to hold on, and by the day they cease to: a point is what has begun until then without what has ceased. Three
 * years of months cost one pass.
 */
import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, groupColumns, rangeSql, type Span, spanSql } from './fact-rows';
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
  /** 1: they begin to count there, -1: they cease to. */
  readonly sign: number;
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
      units += row.sign * Number(row.units);
      for (const sum of sums) {
        sum.numerator += row.sign * Number(row[`${sum.id}/n`]);
        sum.denominator += row.sign * Number(row[`${sum.id}/d`]);
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

/**
 * Rows that are alike are summed by their days first. What comes out is little, and counts twice: at the first day it holds
 * on, and with the opposite sign at the first day after.
 */
function readSums(on: Queryable, question: FactsQuestion): Promise<readonly SumRow[]> {
  const { days, figures, groupBy } = question;
  const params = createParams();
  const where = rangeSql(question, params);
  const { keys, joins } = groupColumns(groupBy);
  const names = keys.map((_, i) => `k${i}`);
  const run = days.length === 1 ? onThatDay : runOf(spanSql(days, params));
  const counts = [['units', 'count(*)'], ...figures.flatMap(countsOf)] as const;
  const groups = [...names, 'turn.i', 'turn.sign', 'version'].join(', ');
  return on.query<SumRow>(
    `select ${[groups, ...counts.map(([name]) => `sum(${name}) as ${name}`)].join(', ')}
     from (
       select ${[...keys.map((key, i) => `${key} as k${i}`), 'run.lo', 'run.hi'].join(', ')},
         f.rule_set_version as version, ${counts.map(([name, sql]) => `${sql} as ${name}`).join(', ')}
       from unit_facts f ${joins} cross join lateral ${run} as run (lo, hi)
       where ${where} and run.lo is not null
       group by ${[...names, 'run.lo', 'run.hi', 'version'].join(', ')}
     ) as runs cross join lateral (values (lo, 1), (hi, -1)) as turn (i, sign)
     where turn.i < ${days.length} group by ${groups}`,
    params.values,
  );
}

const countsOf = (id: UnitFigureId) =>
  [
    [`"${id}/n"`, unitFigureSql[id].numerator],
    [`"${id}/d"`, unitFigureSql[id].denominator],
  ] as const;

const onThatDay = '(values (0, 1))';

/** The second row is dropped again. Without it the planner would look through to the dates, and fear a group for each pair. */
const runOf = ({ lo, hi }: Span): string => `(values (${lo}, ${hi}), (null, null))`;

/** People who serve several units count once, which sums of sums cannot say. */
async function countPeople(
  on: Queryable,
  question: FactsQuestion,
  points: readonly SummedDay[],
): Promise<void> {
  const params = createParams();
  const where = rangeSql(question, params);
  const { lo, hi } = spanSql(question.days, params);
  const { keys, joins } = groupColumns(question.groupBy);
  const groups = [...keys.map((_, i) => `k${i}`), 'i'].join(', ');
  const rows = await on.query<{ i: number; people: number } & Record<string, unknown>>(
    `select ${keys.map((key, i) => `${key} as k${i}, `).join('')} on_day.i, count(distinct person) as people
     from unit_facts f ${joins}
     cross join lateral unnest(f.instructor_ids) as person
     cross join lateral generate_series(${lo}, ${hi} - 1) as on_day (i)
     where ${where} and f.instructor_ids is not null group by ${groups}`,
    params.values,
  );
  for (const row of rows) {
    const group = points[row.i]?.groups.get(JSON.stringify(keysOf(row, question.groupBy.length)));
    const figure = group?.figures.get('C13b');
    if (figure) figure.denominator = Number(row.people);
  }
}
