/** All figures of a set of facts, in total or by group, in one pass. */
import { type Accumulator, createAccumulator, type SumContext, type Summary } from './accumulator';
import type { FigureId } from './figure';
import { type GroupingName, groupings } from './groupings';
import type { Indicator } from './indicator';
import { getIndicator } from './indicators/all-indicators';
import type { SiteFacts, UnitFacts } from './unit-facts';

/** Sums per group, kept up to date entry by entry. */
export interface GroupedSums {
  put(facts: UnitFacts, sign: 1 | -1): void;
  putSite(site: SiteFacts, sign: 1 | -1): void;
  /** Group key → sums. Groups whose last unit was taken away stay, with zeros. */
  readonly groups: ReadonlyMap<string, Accumulator>;
}

export function createGroupedSums(groupBy: GroupingName, context: SumContext): GroupedSums {
  const groups = new Map<string, Accumulator>();
  const { keysOf, siteKeysOf } = groupings[groupBy];
  const groupOf = (key: string): Accumulator => {
    const found = groups.get(key) ?? createAccumulator(context);
    groups.set(key, found);
    return found;
  };
  return {
    groups,
    put(facts, sign) {
      for (const key of keysOf(facts)) groupOf(key)[sign === 1 ? 'add' : 'remove'](facts);
    },
    putSite(site, sign) {
      for (const key of siteKeysOf?.(site) ?? []) groupOf(key)[sign === 1 ? 'addSite' : 'removeSite'](site);
    },
  };
}

/** Group key → summary; `all` gives one entry. See `groupings` for the keys and their labels. */
export function summarize(
  facts: Iterable<UnitFacts>,
  groupBy: GroupingName,
  context: SumContext,
  sites: Iterable<SiteFacts> = [],
): Map<string, Summary> {
  const sums = createGroupedSums(groupBy, context);
  for (const one of facts) sums.put(one, 1);
  for (const site of sites) sums.putSite(site, 1);
  return new Map([...sums.groups].map(([key, group]) => [key, group.summary()]));
}

/** Everything together: the summary of one total, also of no units at all. */
export function summarizeAll(
  facts: Iterable<UnitFacts>,
  context: SumContext,
  sites: Iterable<SiteFacts> = [],
): Summary {
  const total = createAccumulator(context);
  for (const one of facts) total.add(one);
  for (const site of sites) total.addSite(site);
  return total.summary();
}

/** Which list behind a figure: who is in the numerator, in the base, or in the base but not in the numerator. */
export type ListSide = 'numerator' | 'denominator' | 'rest';

/** Ids of the units (C14, C15: the sites) behind one side of a figure, in the order of the facts. */
export function listBehind(
  id: FigureId,
  side: ListSide,
  facts: Iterable<UnitFacts>,
  sites: Iterable<SiteFacts> = [],
): string[] {
  const indicator = getIndicator(id);
  return indicator.subject === 'unit'
    ? pick(indicator, side, facts, (one) => one.unitId)
    : pick(indicator, side, sites, (one) => one.siteId);
}

type Sums<Facts> = Pick<Indicator, 'id'> & {
  readonly numerator: (facts: Facts) => number;
  readonly denominator: (facts: Facts) => number;
  readonly distinctDenominator?: (facts: Facts) => readonly string[];
};

function pick<F>(indicator: Sums<F>, side: ListSide, all: Iterable<F>, idOf: (facts: F) => string): string[] {
  const found: string[] = [];
  for (const one of all) {
    const top = indicator.numerator(one);
    const bottom = indicator.distinctDenominator?.(one).length ?? indicator.denominator(one);
    const isIn = side === 'numerator' ? top > 0 : side === 'denominator' ? bottom > 0 : bottom > top;
    if (isIn) found.push(idOf(one));
  }
  return found;
}
