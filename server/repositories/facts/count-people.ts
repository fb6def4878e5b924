/** C13b: people who serve several units count once, which sums of sums cannot say. */
import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { readAlike } from './alike-units';
import { addRuns, countsByDay, createChanges, type DayChanges, type DayCounts, type Run } from './day-counts';
import { createParams, type FactRange, listed, rangeSql, spanSql } from './fact-rows';
import { keySql } from './group-columns';

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
  for (const alike of await readAlike(on, served, createParams()))
    for (const keys of alike.groups) addRuns(groupOf(keys).units, alike.runs, alike.counts[0] ?? []);
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
  return on.query<PeopleRow>(
    `select ${listed(keys)} days::bit(60)::text as days, count(*) as people
     from (
       select ${listed(keys)} person, bit_or((1::bigint << hi) - (1::bigint << lo)) as days
       from (
         select ${listed(parts.map(({ value }) => value))} unnest(f.instructor_ids) as person, ${lo} as lo, ${hi} as hi
         from unit_facts_served f ${parts.map(({ join }) => join).join(' ')} where ${where} offset '0'::bigint
       ) as rows group by ${listed(keys)} person
     ) as people group by ${listed(keys)} people.days`,
    params.values,
  );
}
