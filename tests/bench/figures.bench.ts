/** All figures at 50,000 units: counted from nothing, and after a single edit. */
import type { Unit } from '@shared/domain/unit';
import { buildRelations } from '@shared/figures/build-relations';
import { groupingNames } from '@shared/figures/groupings';
import { createLiveFigures, type LiveFigures } from '@shared/figures/live-figures';
import { summarizeAll } from '@shared/figures/summarize';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { rulesOn } from '@shared/rules/rule-set-on';
import { buildLargeCounty } from '../support/large-county';
import type { Bench, BenchResult } from './bench-result';
import { spread } from './bench-result';

const SIZE = 50_000;
const EDITS = 300;
const asOf = '2025-12-31';

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
const repeat = (times: number, work: () => void) => spread(Array.from({ length: times }, () => time(work)));

/** The least a table of coverage can cost: one loop over facts already derived, twelve sums, no functions. */
function plainPass(facts: readonly UnitFacts[]): number {
  const sums = new Float64Array(12);
  const add = (i: number, value: number) => {
    sums[i] = (sums[i] ?? 0) + value;
  };
  for (const unit of facts) {
    if (!unit.inScope) continue;
    add(0, 1);
    if (unit.isOrgCovered) add(1, 1);
    if (unit.isOrgCovered && unit.membersHere > 0) add(2, 1);
    if (unit.coverageState === 'solo') add(3, 1);
    if (unit.isWorkCovered) add(4, 1);
    if (unit.isBlank) add(5, 1);
    if (unit.isShouldBuild) add(6, 1);
    if (unit.isAboveScale) add(7, 1);
    if (unit.has50 && unit.membersHere > 0) add(8, 1);
    add(9, unit.membersWorking);
    add(10, unit.staff ?? 0);
    if (unit.isSixPassed) add(11, 1);
  }
  return sums.reduce((sum, one) => sum + one, 0);
}

/** One edit as a clerk makes it: another number of staff, another state, now and then a closed cover. */
function editOne(live: LiveFigures, i: number): void {
  const { documents } = live.context.relations;
  const unit = documents.units.get(`u${(i * 7919) % SIZE}`);
  if (!unit) return;
  if (i % 3 === 0) {
    const status: Unit['status'] = unit.status === 'operating' ? 'suspended' : 'operating';
    live.apply('units', unit, { ...unit, status, statusSince: '2025-10-01' });
    return;
  }
  const org = documents.partyOrgs.get(`joint-u${Math.floor(((i * 31) % SIZE) / 10) * 10 + 2}`);
  if (i % 3 === 1 && org) {
    const [key, cover] = Object.entries(org.covers)[0] ?? [];
    if (key && cover) {
      const covers = { ...org.covers, [key]: { ...cover, to: cover.to ? null : '2025-11-01' } };
      live.apply('partyOrgs', org, { ...org, covers });
    }
    return;
  }
  live.apply('units', unit, { ...unit, staff: i });
}

/** Reads what the overview shows, so that a lazy sum cannot hide its cost. */
const readOverview = (live: LiveFigures): void => {
  for (const name of ['all', 'township', 'industry', 'sizeClass'] as const)
    for (const group of live.sums(name).values()) group.summary();
};

async function run(): Promise<BenchResult[]> {
  const register = buildLargeCounty(SIZE);
  const index = repeat(3, () => buildRelations(register));
  const relations = buildRelations(register);
  const context = { relations, asOf, ...rulesOn(relations, asOf) };
  const full = repeat(3, () => readOverview(createLiveFigures(context)));
  const live = createLiveFigures(context);
  for (const name of groupingNames) live.sums(name);
  const facts = [...live.facts.values()];
  const pass = repeat(9, () => plainPass(facts));
  const sums = repeat(9, () => summarizeAll(facts, { asOf, ruleSetVersion: context.ruleSet.version }));
  const edits = spread(
    Array.from({ length: EDITS }, (_, i) =>
      time(() => {
        editOne(live, i);
        readOverview(live);
      }),
    ),
  );
  const limit = { what: 'one plain pass over derived facts, 12 sums', value: pass.median };
  const about = (name: string, what: string, found: typeof pass, target: number | null): BenchResult => ({
    name: `figures.${name}.${SIZE}`,
    what,
    unit: 'ms',
    value: found.median,
    p95: found.p95,
    limit,
    target,
  });
  return [
    about('index', 'build all indexes of the register', index, null),
    about(
      'full-recompute',
      'derive the facts of every unit and sum all figures in four groupings',
      full,
      null,
    ),
    about('sum', 'sum all figures over facts already derived', sums, null),
    about('single-edit', 'one edit: indexes, facts, all figures in ten groupings, overview read', edits, 16),
  ];
}

export const bench: Bench = { name: `Figures at ${SIZE} units`, run };
