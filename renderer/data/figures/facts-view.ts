/** Facts and sums of the register on one day, as screens read them. */
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import type { Summary } from '@shared/figures/accumulator';
import type { GroupingName } from '@shared/figures/groupings';
import type { SiteFacts, UnitFacts } from '@shared/figures/unit-facts';
import type { Relations } from '@shared/rules/relations';

/**
 * Every change of the register gives a new view with new maps, so both may be dependencies of a memo; the maps
 * themselves only look at the live ones and cost nothing.
 */
export interface FactsView {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly isToday: boolean;
  /** Another day was asked for and is being counted; this view is still the one before. */
  readonly isRecounting: boolean;
  readonly facts: ReadonlyMap<string, UnitFacts>;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
  /** Group key (`all` has the one key `all`) → all figures; counted on first use, then kept up to date. */
  sums(groupBy: GroupingName): ReadonlyMap<string, Summary>;
}

/** The same map under a new identity. */
export function lookAt<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return {
    get size() {
      return map.size;
    },
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    forEach(callback) {
      for (const [key, value] of map) callback(value, key, map);
    },
    entries: () => map.entries(),
    keys: () => map.keys(),
    values: () => map.values(),
    [Symbol.iterator]: () => map[Symbol.iterator](),
  };
}

/** Answers once per grouping. */
export function remember(
  count: (groupBy: GroupingName) => ReadonlyMap<string, Summary>,
): (groupBy: GroupingName) => ReadonlyMap<string, Summary> {
  const known = new Map<GroupingName, ReadonlyMap<string, Summary>>();
  return (groupBy) => {
    const found = known.get(groupBy) ?? count(groupBy);
    known.set(groupBy, found);
    return found;
  };
}
