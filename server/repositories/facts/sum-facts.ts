/** All figures and counts over units on any days, by group. */
import type { GroupingName } from '@shared/figures/groupings';
import type { DistributionName } from '@shared/insights/messages';
import type { Queryable } from '../../db/database';
import { type AlikeQuestion, type AlikeUnits, type CountSql, readAlike } from './alike-units';
import { type KnownValues, listKnownValues, listRulesOn } from './beside-facts';
import { countPeople } from './count-people';
import { addRuns, countsByDay, createChanges, type DayChanges, type DayCounts } from './day-counts';
import { createParams, type FactRange, type Params } from './fact-rows';
import { type UnitFigureId, unitFigureSql } from './indicator-sql';
import { distributionSql } from './value-sql';

export interface FactsQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
  readonly figures: readonly UnitFigureId[];
  readonly distributions: readonly DistributionName[];
}

export interface SummedFigure {
  readonly numerators: DayCounts;
  readonly denominators: DayCounts;
}
export interface SummedGroup {
  readonly keys: readonly string[];
  /** Nothing was counted of those that are absent. */
  readonly figures: ReadonlyMap<UnitFigureId, SummedFigure>;
  /** By value. */
  readonly distributions: ReadonlyMap<DistributionName, ReadonlyMap<string, DayCounts>>;
}
export interface SummedFacts {
  /** Rules each day was judged by; null: there were no facts yet. */
  readonly ruleSetVersions: readonly (string | null)[];
  /** By the JSON of the keys; groups nothing was counted in are absent. */
  readonly groups: ReadonlyMap<string, SummedGroup>;
}

export async function sumFacts(on: Queryable, question: FactsQuestion): Promise<SummedFacts> {
  const { countyId, days, figures } = question;
  const params = createParams();
  const counts = countsOf(question, await listKnownValues(on, countyId), params);
  const groups = new Map<string, SummedGroup>();
  if (counts.length > 0) {
    const asked = { ...question, counts, outOfScope: outOfScope(counts), table: 'unit_facts' } as const;
    for (const [name, group] of summed(await readAlike(on, asked, params), counts, days.length))
      groups.set(name, group);
  }
  if (figures.includes('C13b')) await addPeople(on, question, groups);
  return { ruleSetVersions: await listRulesOn(on, countyId, days), groups };
}

/** One thing that is counted, and where it belongs in the answer. */
type Count = CountSql & { readonly isOfAll: boolean } & (
    | { readonly figure: UnitFigureId; readonly part: keyof SummedFigure }
    | { readonly distribution: DistributionName; readonly value: string }
  );

function countsOf(
  { figures, distributions }: FactsQuestion,
  known: KnownValues,
  params: Params,
): readonly Count[] {
  const ofFigure = (figure: UnitFigureId): Count[] => {
    const { numerator, denominator, among } = unitFigureSql[figure];
    return [
      { figure, part: 'numerators', sql: numerator, among, isOfAll: false },
      { figure, part: 'denominators', sql: denominator, among, isOfAll: false },
    ];
  };
  const ofDistribution = (distribution: DistributionName): Count[] => {
    const { values, isOfAll = false } = distributionSql[distribution];
    return values(known, params).map(([value, count]) => ({ ...count, distribution, value, isOfAll }));
  };
  // Who serves units is counted by itself.
  return [
    ...figures.filter((id) => id !== 'C13b').flatMap(ofFigure),
    ...distributions.flatMap(ofDistribution),
  ];
}

function outOfScope(counts: readonly Count[]): AlikeQuestion['outOfScope'] {
  const isOfAll = new Set(counts.map((count) => count.isOfAll));
  if (!isOfAll.has(true)) return 'leftOut';
  return isOfAll.has(false) ? 'toldApart' : 'countedAlike';
}

/** What is counted from day to day, by the JSON of the keys. */
function summed(
  alike: readonly AlikeUnits[],
  counts: readonly Count[],
  length: number,
): readonly (readonly [name: string, group: SummedGroup])[] {
  const groups = new Map<string, { readonly keys: readonly string[]; readonly changes: DayChanges[] }>();
  for (const units of alike)
    for (const keys of units.groups) {
      const name = JSON.stringify(keys);
      const group = groups.get(name) ?? { keys, changes: counts.map(() => createChanges(length)) };
      groups.set(name, group);
      for (const [i, changes] of group.changes.entries())
        addRuns(changes, counts[i]?.isOfAll ? units.runsOfAll : units.runs, units.counts[i] ?? []);
    }
  return [...groups].map(([name, { keys, changes }]) => [name, groupOf(keys, counts, changes)]);
}

function groupOf(
  keys: readonly string[],
  counts: readonly Count[],
  changes: readonly DayChanges[],
): SummedGroup {
  const figures = new Map<UnitFigureId, SummedFigure>();
  const distributions = new Map<DistributionName, Map<string, DayCounts>>();
  for (const [i, count] of counts.entries()) {
    const days = countsByDay(changes[i] ?? []);
    if ('figure' in count) {
      // Stands for both parts until the other one comes.
      const { numerators = days, denominators = days } = figures.get(count.figure) ?? {};
      figures.set(count.figure, { numerators, denominators, [count.part]: days });
    } else {
      const values = distributions.get(count.distribution) ?? new Map<string, DayCounts>();
      distributions.set(count.distribution, values.set(count.value, days));
    }
  }
  return { keys, figures, distributions };
}

/** C13b, for the groups that have it. */
async function addPeople(
  on: Queryable,
  question: FactsQuestion,
  groups: Map<string, SummedGroup>,
): Promise<void> {
  for (const [name, { keys, units, people }] of await countPeople(on, question)) {
    const { figures, distributions } = groups.get(name) ?? { figures: [], distributions: new Map() };
    const served: SummedFigure = { numerators: units, denominators: people };
    groups.set(name, { keys, figures: new Map([...figures, ['C13b', served]]), distributions });
  }
}
