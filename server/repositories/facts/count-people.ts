/** C13b: people who serve several units count once, which sums of sums cannot say. */
import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { createParams, type FactRange, rangeSql, spanSql } from './fact-rows';
import { groupColumnsOf, keysOfRow } from './group-columns';

interface PeopleQuestion extends FactRange {
  readonly groupBy: readonly GroupingName[];
}

/** @returns one entry per day, in the order of the days: how many people, by the JSON of the keys */
export async function countPeople(
  on: Queryable,
  question: PeopleQuestion,
): Promise<readonly ReadonlyMap<string, number>[]> {
  const { days, groupBy } = question;
  const served = await readServed(on, question);
  const daysOf = new Map<string, Map<string, bigint>>();
  for (const row of served)
    for (const keys of keysOfRow(row, groupBy)) {
      const name = JSON.stringify(keys);
      const people = daysOf.get(name) ?? new Map<string, bigint>();
      daysOf.set(name, people.set(row.person, (people.get(row.person) ?? 0n) | BigInt(row.days)));
    }
  return days.map((_, i) => {
    const isThen = (own: bigint): boolean => ((own >> BigInt(i)) & 1n) === 1n;
    return new Map([...daysOf].map(([name, people]) => [name, [...people.values()].filter(isThen).length]));
  });
}

interface Served {
  readonly [column: string]: unknown;
  readonly person: string;
  /** One bit per day on which the person serves a unit, the first day lowest. Questions have at most 60 days. */
  readonly days: string;
}

/** Each person once in each group of columns, however many units and runs there are. */
function readServed(on: Queryable, question: PeopleQuestion): Promise<readonly Served[]> {
  const params = createParams();
  const where = rangeSql(question, params);
  const { lo, hi } = spanSql(question.days, params);
  const columns = groupColumnsOf(question.groupBy);
  return on.query<Served>(
    `select ${[...columns, 'person'].join(', ')}, bit_or((1::bigint << hi) - (1::bigint << lo))::text as days
     from (
       select ${columns.map((name) => `f.${name}, `).join('')} unnest(f.instructor_ids) as person, ${lo} as lo, ${hi} as hi
       from unit_facts f where ${where} and f.instructor_ids is not null offset '0'::bigint
     ) as rows group by ${[...columns, 'person'].join(', ')}`,
    params.values,
  );
}
