/**
 * The one statement behind sums: units that are alike in everything asked about, counted together. A row of `unit_facts`
 * holds for a run of days, and alike are only rows that hold on the same of the days asked for, so three years of months
 * cost one pass over the rows.
 */
import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import { type FactColumnName, factColumnList } from './fact-columns';
import { createParams, type FactRange, rangeSql, seriesSql, spanSql } from './fact-rows';
import { groupColumnsOf, keysOfRow } from './group-columns';

export interface AlikeQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
  /** Columns by which units are told apart. */
  readonly by: readonly FactColumnName[];
  /** What is counted over those that are alike, by name: aggregates over columns of `unit_facts`. */
  readonly counts: ReadonlyMap<string, string>;
  /** Units out of scope too. */
  readonly isOfAll: boolean;
}

export interface AlikeUnits {
  /** Of all groups they count in: one per grouping, in that order; '' = not filled in. */
  readonly groups: readonly (readonly string[])[];
  /** Position of the first day they hold on, and of the first after it; equal: they hold on none of the days. */
  readonly lo: number;
  readonly hi: number;
  readonly ruleSetVersion: string;
  /** Within the series; the others are there only where units out of scope were asked for. */
  readonly isCounted: boolean;
  readonly units: number;
  /** By the names of `counts`. */
  readonly count: (name: string) => number;
  /** Of the columns they are told apart by. */
  readonly value: (column: FactColumnName) => unknown;
}

/** Series of which a row out of scope is none. */
const ofSeries = {
  twoNew: `f.unit_type <> 'individualBusiness'`,
  soleTraders: `f.unit_type = 'individualBusiness'`,
};

export async function readAlike(on: Queryable, question: AlikeQuestion): Promise<readonly AlikeUnits[]> {
  const width = question.days.length + 1;
  const { sql, values } = statementOf(question, width);
  const rows = await on.query<Readonly<Record<string, unknown>>>(sql, values);
  return rows.map((row): AlikeUnits => {
    const run = Number(row['run']);
    return {
      groups: keysOfRow(row, question.groupBy),
      lo: Math.floor(run / width),
      hi: run % width,
      ruleSetVersion: String(row['rule_set_version']),
      isCounted: row['is_counted'] === true,
      units: Number(row['units']),
      count: (name) => Number(row[name]),
      value: (column) => row[column],
    };
  });
}

/**
 * Both positions are one number, worked out in a part of its own that nothing is pulled out of (`offset 0`): else the
 * planner looks through to the dates, fears a group for each pair of them and leaves all to one processor. The zero is
 * quoted because a zero that has to be converted first counts as unknown, and keeps the second processor out as well.
 */
function statementOf(question: AlikeQuestion, width: number): { sql: string; values: readonly unknown[] } {
  const { days, groupBy, series, by, counts, isOfAll } = question;
  const params = createParams();
  const where = rangeSql(isOfAll ? { ...question, series: 'everything' } : question, params);
  const { lo, hi } = spanSql(days, params);
  const columns = [...new Set<FactColumnName>(['rule_set_version', ...groupColumnsOf(groupBy), ...by])];
  const read = new Set([...columns, ...columnsIn([...counts.values()])]);
  // A value that is the same in all rows is no group: it would be counted as 200 of them.
  const [run, ofDay] = days.length === 1 ? [`1 as run`, []] : ['run', ['run']];
  const [isCounted, ofScope] = isOfAll ? ['is_counted', ['is_counted']] : ['true as is_counted', []];
  const sql = `select ${[...columns, run, isCounted].join(', ')}, count(*) as units
       ${[...counts].map(([name, sum]) => `, ${sum} as "${name}"`).join('')}
     from (
       select ${[...read].map((name) => `f.${name}`).join(', ')}, (${lo}) * ${width} + ${hi} as run,
         ${isOfAll ? seriesSql[series] : 'true'} as is_counted
       from unit_facts f where ${where} and ${isOfAll ? ofSeries[series] : 'true'} offset '0'::bigint
     ) as rows group by ${[...columns, ...ofDay, ...ofScope].join(', ')}`;
  return { sql, values: params.values };
}

const patterns = factColumnList.map(([name]) => [name, new RegExp(`\\b${name}\\b`)] as const);

/** Columns that parts of a statement speak of. All others stay where they are: carrying 70 along costs a fifth. */
const columnsIn = (parts: readonly string[]): readonly FactColumnName[] => {
  const text = parts.join(' ');
  return patterns.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
};
