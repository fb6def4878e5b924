/**
 * Sums of all indicators over a set of units and sites. Adding and removing are exact opposites, so an edit costs
 * "subtract the old facts, add the new ones" and never a recount.
 */
import type { ScopeReason } from '@shared/rules/unit-scope';
import { createCounter } from './counter';
import type { Figure, FigureId } from './figure';
import type { FigureSet, Indicator } from './indicator';
import { siteIndicators, unitIndicators } from './indicators/all-indicators';
import type { CoverageState, SiteFacts, UnitFacts } from './unit-facts';

/** 个体工商户 are a series of their own and never mixed with the two-new units. */
export type Series = 'twoNew' | 'soleTraders';

export interface SumContext {
  readonly asOf: string;
  readonly ruleSetVersion: string;
  readonly series?: Series;
}

export interface Summary {
  readonly figures: FigureSet;
  /** Units in scope by kind of coverage. */
  readonly coverageStates: Readonly<Partial<Record<CoverageState, number>>>;
  /** All units of the series by why they are in or out of scope, and the organizations of those. */
  readonly scope: Readonly<Partial<Record<ScopeReason, number>>>;
  readonly orgsByScope: Readonly<Partial<Record<ScopeReason, number>>>;
  /** Assessed units in scope by number of items met ("0" … "6"), and by item met. */
  readonly sixByCount: Readonly<Partial<Record<string, number>>>;
  readonly sixByItem: Readonly<Partial<Record<string, number>>>;
  /** Floating members by scope of movement. */
  readonly floatingByScope: Readonly<Partial<Record<string, number>>>;
}

export interface Accumulator {
  add(facts: UnitFacts): void;
  remove(facts: UnitFacts): void;
  addSite(site: SiteFacts): void;
  removeSite(site: SiteFacts): void;
  summary(): Summary;
  figure(id: FigureId): Figure;
}

export function createAccumulator(context: SumContext): Accumulator {
  const units = createSums(unitIndicators);
  const sites = createSums(siteIndicators);
  const counts = createCounts();
  const put = (facts: UnitFacts, sign: 1 | -1): void => {
    const seen = viewAs(facts, context.series ?? 'twoNew');
    if (!seen) return;
    if (seen.inScope) units.put(seen, sign);
    counts.put(seen, sign);
  };
  const figures = (): FigureSet => {
    const all = [...units.list(), ...sites.list()].map((sum) => [
      sum.id,
      { ...sum, asOf: context.asOf, ruleSetVersion: context.ruleSetVersion },
    ]);
    // The two lists of indicators together have every id of figureIds, which a test checks.
    return Object.fromEntries(all) as FigureSet;
  };
  return {
    add: (facts) => put(facts, 1),
    remove: (facts) => put(facts, -1),
    addSite: (site) => sites.put(site, 1),
    removeSite: (site) => sites.put(site, -1),
    summary: () => ({ figures: figures(), ...counts.list() }),
    figure: (id) => figures()[id],
  };
}

/** Facts as the series sees them; null = not of this series. */
function viewAs(facts: UnitFacts, series: Series): UnitFacts | null {
  const isSoleTrader = facts.unitType === 'individualBusiness';
  if (series === 'twoNew') return isSoleTrader ? null : facts;
  return isSoleTrader ? { ...facts, inScope: facts.isSoleTraderInScope } : null;
}

interface Summable<Facts> extends Pick<Indicator, 'id' | 'base'> {
  readonly numerator: (facts: Facts) => number;
  readonly denominator: (facts: Facts) => number;
  readonly distinctDenominator?: (facts: Facts) => readonly string[];
}

/** Numerators and denominators in one flat array, so one unit costs no allocation. */
function createSums<Facts>(indicators: readonly Summable<Facts>[]) {
  const sums = new Float64Array(indicators.length * 2);
  const distinct = indicators.map((one) => (one.distinctDenominator ? createCounter<string>() : null));
  const put = (facts: Facts, sign: 1 | -1): void => {
    for (let i = 0; i < indicators.length; i++) {
      const indicator = indicators[i];
      if (!indicator) continue;
      sums[2 * i] = (sums[2 * i] ?? 0) + sign * indicator.numerator(facts);
      sums[2 * i + 1] = (sums[2 * i + 1] ?? 0) + sign * indicator.denominator(facts);
      const counter = distinct[i];
      if (counter) for (const key of indicator.distinctDenominator?.(facts) ?? []) counter.add(key, sign);
    }
  };
  const list = () =>
    indicators.map(({ id, base }, i) => ({
      id,
      numerator: sums[2 * i] ?? 0,
      denominator: distinct[i]?.size ?? sums[2 * i + 1] ?? 0,
      base,
    }));
  return { put, list };
}

/** Distributions beside the figures: kinds of coverage, scope, 六有, floating members. */
function createCounts() {
  const coverageStates = createCounter<CoverageState>();
  const scope = createCounter<ScopeReason>();
  const orgsByScope = createCounter<ScopeReason>();
  const sixByCount = createCounter<string>();
  const sixByItem = createCounter<string>();
  const floatingByScope = createCounter<string>();
  const put = (facts: UnitFacts, sign: 1 | -1): void => {
    scope.add(facts.scopeReason, sign);
    if (facts.seatOrgs > 0) orgsByScope.add(facts.scopeReason, sign * facts.seatOrgs);
    if (!facts.inScope) return;
    coverageStates.add(facts.coverageState, sign);
    for (const key in facts.floatingByScope)
      floatingByScope.add(key, sign * (facts.floatingByScope[key] ?? 0));
    if (!facts.isSixAssessed) return;
    sixByCount.add(String(facts.sixMet), sign);
    for (const code in facts.sixItems) if (facts.sixItems[code]) sixByItem.add(code, sign);
  };
  const list = () => ({
    coverageStates: coverageStates.toRecord(),
    scope: scope.toRecord(),
    orgsByScope: orgsByScope.toRecord(),
    sixByCount: sixByCount.toRecord(),
    sixByItem: sixByItem.toRecord(),
    floatingByScope: floatingByScope.toRecord(),
  });
  return { put, list };
}
