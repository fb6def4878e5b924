/** Questions about sums, answered from facts in memory. The county's SQL is compared with this, number by number. */
import { type Accumulator, createAccumulator, type Summary } from '@shared/figures/accumulator';
import type { FigureId } from '@shared/figures/figure';
import { type GroupingName, groupings } from '@shared/figures/groupings';
import { getIndicator } from '@shared/figures/indicators/all-indicators';
import type { SiteFacts, UnitFacts } from '@shared/figures/unit-facts';
import { product } from '@shared/lib/product';
import type { SumsAnswer, SumsGroup, SumsPoint, SumsQuestion } from './messages';
import { isSiteWithin, isWithin } from './within';

/** The register as it is counted on a day. */
export interface DayFacts {
  readonly asOf: string;
  readonly ruleSetVersion: string;
  readonly facts: Iterable<UnitFacts>;
  readonly sites: Iterable<SiteFacts>;
}

export const basesOf = (figures: readonly FigureId[]): SumsAnswer['bases'] =>
  Object.fromEntries(figures.map((id) => [id, getIndicator(id).base]));

/** One point of the answer, for the day the facts are of. */
export function sumsPointOf(question: Omit<SumsQuestion, 'days'>, counted: DayFacts): SumsPoint {
  const { within, groupBy, series = 'twoNew' } = question;
  const { asOf, ruleSetVersion } = counted;
  const groups = new Map<string, { readonly keys: readonly string[]; readonly sums: Accumulator }>();
  const groupOf = (keys: readonly string[]): Accumulator => {
    const name = JSON.stringify(keys);
    const found = groups.get(name) ?? { keys, sums: createAccumulator({ asOf, ruleSetVersion, series }) };
    groups.set(name, found);
    return found.sums;
  };
  if (groupBy.length === 0) groupOf([]);
  for (const unit of counted.facts)
    if (isThere(unit) && isWithin(unit, within))
      for (const keys of product(groupBy.map((name) => groupings[name].keysOf(unit))))
        groupOf(keys).add(unit);
  for (const site of counted.sites)
    if (isSiteWithin(site, within))
      for (const keys of product(groupBy.map((name) => siteKeysOf(name, site)))) groupOf(keys).addSite(site);
  return {
    day: asOf,
    ruleSetVersion,
    groups: [...groups.values()]
      .map(({ keys, sums }) => groupOfSummary(question, keys, sums.summary()))
      .filter((group) => groupBy.length === 0 || !isEmpty(group)),
  };
}

/** A unit that had not begun by the day is not even out of scope. */
export const isThere = ({ scopeReason }: UnitFacts): boolean => scopeReason !== 'notYet';

const siteKeysOf = (name: GroupingName, site: SiteFacts): readonly string[] =>
  groupings[name].siteKeysOf?.(site) ?? [];

function groupOfSummary(
  { figures, distributions = [] }: Omit<SumsQuestion, 'days'>,
  keys: readonly string[],
  summary: Summary,
): SumsGroup {
  return {
    keys: [...keys],
    figures: Object.fromEntries(
      figures.map((id) => {
        const { numerator, denominator } = summary.figures[id];
        return [id, { numerator, denominator }];
      }),
    ),
    // Counters leave out what is 0, so every value is a number.
    distributions: Object.fromEntries(
      distributions.map((name) => [name, { ...(summary[name] as Record<string, number>) }]),
    ),
  };
}

/** Nothing asked for was found in the group. */
export const isEmpty = ({ figures, distributions }: SumsGroup): boolean =>
  Object.values(figures).every((figure) => figure.numerator === 0 && figure.denominator === 0) &&
  Object.values(distributions).every((counts) => Object.keys(counts).length === 0);
