/** What boards ask, at 50,000 units with three years behind them, on both databases; and the same day on one township PC. */
import type { Database } from '@server/db/database';
import { compareSix } from '@server/repositories/facts/compare-six';
import { listUnits } from '@server/repositories/facts/list-units';
import { sumsOf } from '@server/services/insights/answer-sums';
import { figureIds } from '@shared/figures/figure';
import { groupingNames } from '@shared/figures/groupings';
import { seriesDays } from '@shared/figures/series';
import { sumsPointOf } from '@shared/insights/answer-sums';
import { headlineFigures } from '@shared/insights/headline';
import { distributionNames, type SumsQuestion, sumsQuestion } from '@shared/insights/messages';
import { type DatabaseKind, databaseKinds, freshDatabase } from '../support/databases/fresh-database';
import { startTestDatabases } from '../support/databases/test-databases';
import { countDay } from '../support/insights/count-day';
import { fillFacts } from '../support/insights/filled-facts';
import { buildLargeCounty } from '../support/large-county';
import { type Bench, type BenchResult, spread } from './bench-result';

const SIZE = 50_000;
const TOWNSHIP_SIZE = 2500;
const asOf = '2025-12-31';
const countyId = 'county';
const scope = { countyId, rootId: null };
const months = seriesDays(asOf, 'month', 36);

const total = { days: [asOf], groupBy: [], within: {}, figures: [...figureIds] } satisfies SumsQuestion;
const pair = ['C1', 'C3'] as const;
const sums: readonly { name: string; what: string; question: SumsQuestion; limit: string }[] = [
  {
    name: 'total',
    what: 'all figures of a day with all counts beside them',
    question: { ...total, distributions: [...distributionNames] },
    limit: 'select count(*), count(*) filter (where org), count(*) filter (where work) from tuned_day',
  },
  {
    name: 'overview',
    what: 'what the first board asks: twelve figures and two counts today and a year ago',
    question: {
      ...total,
      days: ['2024-12-31', asOf],
      figures: [...headlineFigures, 'C13b', 'C18', 'C19'],
      distributions: ['sixByItem', 'scope'],
    },
    limit: `select lo, hi, count(*), count(*) filter (where org), count(*) filter (where work) from tuned_runs
      group by lo, hi`,
  },
  {
    name: 'by-township',
    what: 'ranking of townships: five figures of a day by township',
    question: { ...total, groupBy: ['township'], figures: ['C1', 'C3', 'C20', 'C6', 'C4'] },
    limit: `select township, count(*), count(*) filter (where org), count(*) filter (where work),
      count(*) filter (where passed) from tuned_day group by township`,
  },
  {
    name: 'industry-size',
    what: 'heat map: one figure of a day by industry and size',
    question: { ...total, groupBy: ['industry', 'sizeClass'], figures: ['C1'] },
    limit:
      'select industry, size, count(*), count(*) filter (where org) from tuned_day group by industry, size',
  },
  {
    name: 'series-36',
    what: 'the pair of rates over 36 months',
    question: { ...total, days: months, figures: [...pair] },
    limit: `select lo, hi, count(*), count(*) filter (where org), count(*) filter (where work) from tuned_runs
      group by lo, hi`,
  },
  {
    name: 'series-36-by-township',
    what: 'the pair of rates over 36 months by township',
    question: { ...total, days: months, groupBy: ['township'], figures: [...pair] },
    limit: `select township, lo, hi, count(*), count(*) filter (where org), count(*) filter (where work)
      from tuned_runs group by township, lo, hi`,
  },
  {
    name: 'composition-36',
    what: 'kinds of coverage over 36 months',
    question: { ...total, days: months, figures: [], distributions: ['coverageStates'] },
    limit: 'select lo, hi, org, work, count(*) from tuned_runs group by lo, hi, org, work',
  },
];

/** Only what is asked, in the narrowest types, already cut to the day or to the months: the least a GROUP BY can cost. */
async function tune(database: Database): Promise<void> {
  await database.query(
    `create table tuned_day as select dense_rank() over (order by township_id)::smallint as township,
       dense_rank() over (order by industry_section)::smallint as industry,
       dense_rank() over (order by size_class)::smallint as size,
       is_org_covered as org, is_work_covered as work, is_six_passed as passed
     from unit_facts where valid_from <= $1::date and (valid_to is null or $1::date < valid_to) and in_scope`,
    [asOf],
  );
  await database.query(
    `create table tuned_runs as select dense_rank() over (order by township_id)::smallint as township,
       width_bucket(valid_from - 1, $1::date[])::smallint as lo,
       coalesce(width_bucket(valid_to - 1, $1::date[]), 36)::smallint as hi,
       dense_rank() over (order by village_ids)::smallint as villages,
       is_org_covered as org, is_work_covered as work
     from unit_facts where in_scope`,
    [months],
  );
  await database.query('analyze tuned_day');
  await database.query('analyze tuned_runs');
}

/** Everything one may ask about three years: each figure and each count, in total and by each grouping. */
const everyQuestion = [[], ...groupingNames.filter((name) => name !== 'all').map((name) => [name])].flatMap(
  (groupBy) => {
    const base = { days: months, within: {}, groupBy };
    return [
      ...figureIds.map((id) => ({ ...base, figures: [id] })),
      ...distributionNames.map((name) => ({ ...base, figures: [], distributions: [name] })),
    ];
  },
) satisfies SumsQuestion[];

const slowest = {
  name: 'slowest-36',
  what: `the slowest of ${everyQuestion.length} questions about three years: each figure and each count, by each grouping`,
  limit: `select villages, lo, hi, count(*), count(*) filter (where org), count(*) filter (where work)
    from tuned_runs group by villages, lo, hi`,
  /** So many of them are measured again, one by one. */
  among: 8,
};

const times = 9;

/** The two in turns, so that a busy machine slows both alike. */
async function inTurns(work: () => Promise<unknown>, limit: () => Promise<unknown>) {
  const took: { work: number[]; limit: number[] } = { work: [], limit: [] };
  for (let i = -2; i < times; i++)
    for (const [name, run] of [['work', work] as const, ['limit', limit] as const]) {
      const start = performance.now();
      await run();
      if (i >= 0) took[name].push(performance.now() - start);
    }
  return { work: spread(took.work), limit: spread(took.limit) };
}

/** Each asked once; which were slowest, the slowest first. */
async function findSlowest(database: Database): Promise<SumsQuestion[]> {
  const took: { question: SumsQuestion; ms: number }[] = [];
  for (const question of everyQuestion) {
    const start = performance.now();
    await sumsOf(database, scope, sumsQuestion.parse(question));
    took.push({ question, ms: performance.now() - start });
  }
  return took
    .sort((a, b) => b.ms - a.ms)
    .slice(0, slowest.among)
    .map(({ question }) => question);
}

const told = ({ figures, distributions, groupBy }: SumsQuestion): string =>
  `${[...figures, ...(distributions ?? [])].join()} by ${groupBy.join() || 'nothing'}`;

async function runOn(kind: DatabaseKind, database: Database): Promise<BenchResult[]> {
  await fillFacts(database, countyId, SIZE);
  await tune(database);
  const results: BenchResult[] = [];
  const measure = async (
    name: string,
    what: string,
    work: () => Promise<unknown>,
    limit: string,
  ): Promise<BenchResult> => {
    const found = await inTurns(work, () => database.query(limit));
    return {
      name: `insights.${name}.${kind}.${SIZE}`,
      what,
      unit: 'ms',
      value: found.work.median,
      p95: found.work.p95,
      limit: { what: 'the same GROUP BY on a hand-tuned table', value: found.limit.median },
      target: kind === 'postgres' ? 150 : null,
    };
  };
  for (const { name, what, question, limit } of sums) {
    const asked = sumsQuestion.parse(question);
    results.push(await measure(name, what, () => sumsOf(database, scope, asked), limit));
  }
  // The embedded database has no target, and would take minutes to say so.
  if (kind === 'postgres') {
    const candidates: BenchResult[] = [];
    for (const question of await findSlowest(database)) {
      const asked = sumsQuestion.parse(question);
      const what = `${slowest.what} (${told(question)})`;
      candidates.push(await measure(slowest.name, what, () => sumsOf(database, scope, asked), slowest.limit));
    }
    const [worst] = candidates.sort((a, b) => b.value - a.value);
    if (worst) results.push(worst);
  }
  const mark = { kind: 'figure', id: 'C4', part: 'in' } as const;
  const list = { ...scope, day: asOf, within: { township: 't3' }, mark, limit: 5000 };
  const count = 'select count(*) from tuned_day where not work and township = 3';
  results.push(
    await measure('list', 'names behind a figure of a township', () => listUnits(database, list), count),
  );
  const flow = { ...scope, from: '2025-06-30', to: asOf, within: { township: 't3' } };
  const halfYear = 'six haves of a township, half a year apart';
  results.push(await measure('flow', halfYear, () => compareSix(database, flow), count));
  return results;
}

/** A township PC: its whole register counted from nothing, and the figures of the day by village. */
function townshipRecompute(): BenchResult {
  const register = buildLargeCounty(TOWNSHIP_SIZE);
  const question = { ...total, groupBy: ['village' as const] };
  const took = Array.from({ length: 9 }, () => {
    const start = performance.now();
    sumsPointOf(question, countDay(register, asOf));
    return performance.now() - start;
  });
  const { median, p95 } = spread(took);
  return {
    name: `insights.township-recompute.${TOWNSHIP_SIZE}`,
    what: 'a past day of a township counted from its records in memory, all figures by village',
    unit: 'ms',
    value: median,
    p95,
    limit: null,
    target: null,
  };
}

async function run(): Promise<BenchResult[]> {
  const databases = await startTestDatabases();
  try {
    const results = [townshipRecompute()];
    for (const kind of databaseKinds) {
      const fresh = await freshDatabase(kind, databases);
      results.push(...(await runOn(kind, fresh.database)));
      await fresh.dispose();
    }
    return results;
  } finally {
    await databases.stop();
  }
}

export const bench: Bench = { name: `Boards at ${SIZE} units and 36 months`, run };
