/** All figures and counts over units on any days, by group. */
import type { GroupingName } from '@shared/figures/groupings';
import type { DistributionName } from '@shared/insights/messages';
import type { Queryable } from '../../db/database';
import { type AlikeUnits, readAlike } from './alike-units';
import { countPeople } from './count-people';
import { needsOf, valuesOf } from './count-values';
import type { FactRange } from './fact-rows';
import { type UnitFigureId, unitFigureSql } from './indicator-sql';
import { createTally, type Tally } from './tally';

export interface FactsQuestion extends FactRange {
  readonly series: 'twoNew' | 'soleTraders';
  readonly groupBy: readonly GroupingName[];
  readonly figures: readonly UnitFigureId[];
  readonly distributions: readonly DistributionName[];
}

export interface SummedGroup {
  readonly keys: readonly string[];
  readonly figures: ReadonlyMap<UnitFigureId, { readonly numerator: number; readonly denominator: number }>;
  /** value → count, without zeros. */
  readonly distributions: ReadonlyMap<DistributionName, Readonly<Record<string, number>>>;
}
export interface SummedDay {
  /** null: there was nothing to count. */
  readonly ruleSetVersion: string | null;
  /** By the JSON of the keys; groups nothing was counted in are absent. */
  readonly groups: ReadonlyMap<string, SummedGroup>;
}

/** One entry per day, in the order of the days. */
export async function sumFacts(on: Queryable, question: FactsQuestion): Promise<readonly SummedDay[]> {
  const { days, figures, distributions } = question;
  const { by, sums, isOfAll } = needsOf(distributions);
  const counts = new Map([
    ...figures.flatMap(countsOf),
    ...sums.map((column) => [column, `sum(${column})`] as const),
  ]);
  const alike = await readAlike(on, { ...question, by, counts, isOfAll });
  const people = figures.includes('C13b') ? await countPeople(on, question) : null;
  const groups = [...tallied(alike, question)].map(
    ([name, { keys, tally }]) => [name, keys, tally.byDay()] as const,
  );
  const versions = versionsOf(alike, days.length);
  return days.map((_, i) => ({
    ruleSetVersion: versions[i] ?? null,
    groups: new Map(
      groups.flatMap(([name, keys, byDay]) => {
        const counted = byDay[i];
        if (!counted || counted.size === 0) return [];
        const found = groupOf(keys, counted, question);
        if (people) found.figures.set('C13b', peopleOf(counted, people[i]?.get(name) ?? 0));
        return [[name, found] as const];
      }),
    ),
  }));
}

const numeratorOf = (id: UnitFigureId): string => `${id}/n`;
const denominatorOf = (id: UnitFigureId): string => `${id}/d`;
const countsOf = (id: UnitFigureId) =>
  [
    [numeratorOf(id), unitFigureSql[id].numerator],
    [denominatorOf(id), unitFigureSql[id].denominator],
  ] as const;

const unitsName = 'units';
const valueName = (name: DistributionName, value: string): string => `${name}:${value}`;

interface Tallied {
  readonly keys: readonly string[];
  readonly tally: Tally;
}

/** What is counted from day to day, by the JSON of the keys. */
function tallied(
  alike: readonly AlikeUnits[],
  { days, figures, distributions }: FactsQuestion,
): ReadonlyMap<string, Tallied> {
  const parts = figures.flatMap((id) => [numeratorOf(id), denominatorOf(id)]);
  const groups = new Map<string, Tallied>();
  for (const units of alike) {
    const values = distributions.flatMap((kind) =>
      valuesOf(kind, units).map(([value, count]) => [valueName(kind, value), count] as const),
    );
    for (const keys of units.groups) {
      const name = JSON.stringify(keys);
      const group = groups.get(name) ?? { keys, tally: createTally(days.length) };
      groups.set(name, group);
      if (units.isCounted) {
        group.tally.add(unitsName, units, units.units);
        // One by one, without a list of them: there are ten thousand rows where villages meet months.
        for (const part of parts) group.tally.add(part, units, units.count(part));
      }
      for (const [value, count] of values) group.tally.add(value, units, count);
    }
  }
  return groups;
}

function groupOf(
  keys: readonly string[],
  counted: ReadonlyMap<string, number>,
  { figures, distributions }: FactsQuestion,
) {
  const of = (name: string): number => counted.get(name) ?? 0;
  const valuesIn = (kind: DistributionName) =>
    [...counted].filter(([name]) => name.startsWith(valueName(kind, '')));
  return {
    keys,
    figures: new Map(
      figures.map((id) => [id, { numerator: of(numeratorOf(id)), denominator: of(denominatorOf(id)) }]),
    ),
    distributions: new Map(
      distributions.map((kind) => [
        kind,
        Object.fromEntries(
          valuesIn(kind).map(([name, count]) => [name.slice(valueName(kind, '').length), count]),
        ),
      ]),
    ),
  };
}

const peopleOf = (counted: ReadonlyMap<string, number>, people: number) => ({
  numerator: counted.get(numeratorOf('C13b')) ?? 0,
  denominator: people,
});

/** The latest rules units of a day were judged by. */
function versionsOf(alike: readonly AlikeUnits[], count: number): readonly (string | undefined)[] {
  const tally = createTally(count);
  for (const units of alike) if (units.isCounted) tally.add(units.ruleSetVersion, units, units.units);
  return tally.byDay().map((day) => [...day.keys()].sort().at(-1));
}
