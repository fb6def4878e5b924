/** C13b: people who serve several units count once, which sums of sums cannot say. */
import { type GroupingName, notFilled } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { readAlike } from './alike-units';
import { addRuns, countsByDay, createChanges, type DayChanges, type DayCounts, type Run } from './day-counts';
import { createParams, type FactRange, rangeSql, spanSql } from './fact-rows';
import { groupColumnOf } from './group-columns';

interface PeopleQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
}

export interface Served {
  readonly keys: readonly string[];
  /** How many units have an instructor, and how many people serve them. */
  readonly units: DayCounts;
  readonly people: DayCounts;
}

/** @returns by the JSON of the keys */
export async function countPeople(
  on: Queryable,
  question: PeopleQuestion,
): Promise<ReadonlyMap<string, Served>> {
  const length = question.days.length;
  const groups = new Map<string, { keys: readonly string[]; units: DayChanges; people: DayChanges }>();
  const groupOf = (keys: readonly string[]) => {
    const name = JSON.stringify(keys);
    const group = groups.get(name) ?? { keys, units: createChanges(length), people: createChanges(length) };
    groups.set(name, group);
    return group;
  };
  const counts = [{ sql: 'count(*)', among: null }];
  const served = { ...question, counts, outOfScope: 'leftOut', table: 'unit_facts_served' } as const;
  for (const {
    groups: of,
    runs,
    counts: [units = []],
  } of await readAlike(on, served, createParams()))
    for (const keys of of) addRuns(groupOf(keys).units, runs, units);
  for (const row of await readPeople(on, question)) {
    const keys = question.groupBy.map((_, i) => String(row[`k${i}`]));
    const runs = runsOf(row.days);
    addRuns(groupOf(keys).people, runs, new Array<number>(runs.length).fill(Number(row.people)));
  }
  return new Map(
    [...groups].map(([name, { keys, units, people }]) => [
      name,
      { keys, units: countsByDay(units), people: countsByDay(people) },
    ]),
  );
}

interface PeopleRow {
  readonly [key: string]: unknown;
  /** One digit per day, the first day last: 1 = they serve a unit of the group on it. Questions have at most 60 days. */
  readonly days: string;
  readonly people: number | string;
}

/** Each day of ones is a run of its own length. */
const runsOf = (days: string): readonly Run[] =>
  [...days].reverse().flatMap((digit, i) => (digit === '1' ? [{ lo: i, hi: i + 1 }] : []));

/** People who serve a group on the same days, counted together; a unit in two parks counts in both. */
function readPeople(on: Queryable, question: PeopleQuestion): Promise<readonly PeopleRow[]> {
  const params = createParams();
  const where = rangeSql(question, params);
  const { lo, hi } = spanSql(question.days, params);
  const keys = question.groupBy.map((_, i) => `k${i}`);
  const parts = question.groupBy.map((grouping, i) => keySql(grouping, `k${i}`));
  const some = (names: readonly string[]): string => names.map((name) => `${name}, `).join('');
  return on.query<PeopleRow>(
    `select ${some(keys)} days::bit(60)::text as days, count(*) as people
     from (
       select ${some(keys)} person, bit_or((1::bigint << hi) - (1::bigint << lo)) as days
       from (
         select ${some(parts.map(({ value }) => value))} unnest(f.instructor_ids) as person, ${lo} as lo, ${hi} as hi
         from unit_facts_served f ${parts.map(({ join }) => join).join(' ')} where ${where} offset '0'::bigint
       ) as rows group by ${some(keys)} person
     ) as people group by ${some(keys)} people.days`,
    params.values,
  );
}

/** `keysOfRow` as part of a statement. */
function keySql(grouping: GroupingName, as: string): { readonly value: string; readonly join: string } {
  const column = groupColumnOf(grouping);
  if (column === null) return { value: `'all' as ${as}`, join: '' };
  const { name, isList } = column;
  if (!isList) return { value: `coalesce(f.${name}, '${notFilled}') as ${as}`, join: '' };
  return {
    value: `${as}`,
    join: `cross join unnest(coalesce(f.${name}, array['${notFilled}'])) as of_${as} (${as})`,
  };
}
