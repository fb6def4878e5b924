/**
 * The one statement behind sums: units that are alike in everything asked about, counted together. A row of `unit_facts`
 * holds for a run of days, and alike are only rows that hold on the same of the days asked for, so three years of months
 * cost one pass over the rows.
 */
import type { GroupingName } from '@shared/figures/groupings';
import type { Queryable } from '../../db/database';
import type { Run } from './day-counts';
import { type FactColumnName, factColumnList } from './fact-columns';
import { type FactRange, listed, type Params, rangeSql, seriesSql, spanSql } from './fact-rows';
import { groupColumnsOf, keysOfRow } from './group-columns';

/** An aggregate over columns of `unit_facts`. */
export interface CountSql {
  readonly sql: string;
  /** Condition on rows: the others add nothing. null: every row may. */
  readonly among: string | null;
}

export interface AlikeQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
  /** What is counted over those that are alike. */
  readonly counts: readonly CountSql[];
  /** What becomes of units out of scope. Told apart, they make twice as many runs. */
  readonly outOfScope: 'leftOut' | 'toldApart' | 'countedAlike';
  /** Rows with an instructor alone have no other columns than those units are looked for and grouped by. */
  readonly table: 'unit_facts' | 'unit_facts_served';
}

/** Units alike in all but the days they hold on and whether they are within the series. */
export interface AlikeUnits {
  /** Of all groups they count in: one per grouping, in that order; '' = not filled in. */
  readonly groups: readonly (readonly string[])[];
  /** Units out of scope that are told apart hold on none of the days … */
  readonly runs: readonly Run[];
  /** … but here. */
  readonly runsOfAll: readonly Run[];
  /** What was counted over them: for each of `counts` one number per run. */
  readonly counts: readonly (readonly number[])[];
}

/** Series of which a row out of scope is none. */
const ofSeries = {
  twoNew: `f.unit_type <> 'individualBusiness'`,
  soleTraders: `f.unit_type = 'individualBusiness'`,
};

interface AlikeRow {
  readonly [column: string]: unknown;
  /** null: there was nothing to group. */
  readonly runs: readonly number[] | null;
}

/** @param params that hold the values `counts` speak of */
export async function readAlike(
  on: Queryable,
  question: AlikeQuestion,
  params: Params,
): Promise<readonly AlikeUnits[]> {
  const width = question.days.length + 1;
  const rows = await on.query<AlikeRow>(statementOf(question, width, params), params.values);
  return rows.flatMap(({ runs, ...row }) => {
    if (runs === null) return [];
    return {
      groups: keysOfRow(row, question.groupBy),
      runs: runs.map((run) => (run < 0 ? onNoDay : runOf(run, width))),
      runsOfAll: runs.map((run) => runOf(run < 0 ? -1 - run : run, width)),
      // A list of numbers of each, says the statement.
      counts: question.counts.map((_, i) => row[`c${i}`] as readonly number[]),
    };
  });
}

const onNoDay: Run = { lo: 0, hi: 0 };
const runOf = (run: number, width: number): Run => ({ lo: Math.floor(run / width), hi: run % width });

/**
 * Both positions, and whether a unit is in scope, are one number, worked out in a part of its own that nothing is pulled
 * out of (`offset 0`): else the planner looks through to the dates, fears a group for each pair of them and leaves all to
 * one processor. The zero is quoted because a zero that has to be converted first counts as unknown, and keeps the second
 * processor out as well.
 * Runs of the same groups become one row with lists: ten thousand rows take longer to read than to count.
 */
function statementOf(question: AlikeQuestion, width: number, params: Params): string {
  const { days, groupBy, series, counts, outOfScope, table } = question;
  const isOfAll = outOfScope !== 'leftOut';
  const isApart = outOfScope === 'toldApart';
  const where = rangeSql(isOfAll ? { ...question, series: 'everything' } : question, params);
  const { lo, hi } = spanSql(days, params);
  const run = `(${lo}) * ${width} + ${hi}`;
  // Out of scope is below zero, from -1 on.
  const ofRun = isApart ? `case when ${seriesSql[series]} then ${run} else -1 - (${run}) end` : run;
  const columns = groupColumnsOf(groupBy);
  const read = new Set([...columns, ...columnsIn(counts.map(({ sql }) => sql))]);
  const named = counts.map((count, i) => ({ ...count, name: `c${i}` }));
  // A value that is the same in all rows is no group: it would be counted as 200 of them.
  const isOneRun = days.length === 1 && !isApart;
  return `select ${listed(columns)} ${listed(named.map(({ name }) => `json_agg(${name}) as ${name}`))} json_agg(run) as runs
     from (
       select ${listed(columns)} ${listed(named.map(({ sql, name }) => `${sql} as ${name}`))} ${isOneRun ? '1 as run' : 'run'}
       from (
         select ${listed([...read].map((name) => `f.${name}`))} ${ofRun} as run
         from ${table} f where ${where} and ${amongSql(counts)} and ${isOfAll ? ofSeries[series] : 'true'} offset '0'::bigint
       ) as rows ${groupSql(isOneRun ? columns : [...columns, 'run'])}
     ) as alike ${groupSql(columns)}`;
}

const groupSql = (columns: readonly string[]): string =>
  columns.length === 0 ? '' : `group by ${columns.join(', ')}`;

/** Rows at least one of the counts is about. */
function amongSql(counts: readonly CountSql[]): string {
  const among = counts.map((count) => count.among);
  return among.includes(null) ? 'true' : `(${[...new Set(among)].join(' or ')})`;
}

const patterns = factColumnList.map(([name]) => [name, new RegExp(`\\b${name}\\b`)] as const);

/** Columns that parts of a statement speak of. All others stay where they are: carrying 70 along costs a fifth. */
const columnsIn = (parts: readonly string[]): readonly FactColumnName[] => {
  const text = parts.join(' ');
  return patterns.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
};
