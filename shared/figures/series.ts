/** Figures at the end of months or quarters over the past years, each counted as of its own day and rules. */
import type { Register } from '@shared/domain/collections';
import { addDays, addMonths } from '@shared/lib/day';
import { rulesOn } from '@shared/rules/rule-set-on';
import type { Series, Summary } from './accumulator';
import { buildRelations } from './build-relations';
import { deriveAllSites } from './derive-site-facts';
import { deriveAllFacts } from './derive-unit-facts';
import type { GroupingName } from './groupings';
import { registerOn } from './register-on';
import { summarize } from './summarize';

export type SeriesStep = 'month' | 'quarter';

export interface SeriesPoint {
  /** Last day of the period, or `asOf` itself for the newest point. */
  readonly asOf: string;
  readonly ruleSetVersion: string;
  /** 规上 definition the point was counted by; points of two definitions must not be joined by a line. */
  readonly aboveScaleBasis: string;
  /** Group key → summary. */
  readonly groups: ReadonlyMap<string, Summary>;
}

/** Ends of the last `count` periods before `asOf`, oldest first, then `asOf` itself where it is not such an end. */
export function seriesDays(asOf: string, step: SeriesStep, count: number): string[] {
  const months = step === 'month' ? 1 : 3;
  const next = addDays(asOf, 1);
  const month = Number(next.slice(5, 7)) - 1;
  const first = `${next.slice(0, 5)}${String(month - (month % months) + 1).padStart(2, '0')}-01`;
  const ends = Array.from({ length: count }, (_, i) => addDays(addMonths(first, -i * months), -1)).reverse();
  return ends.at(-1) === asOf ? ends : [...ends.slice(1), asOf];
}

/**
 * One point, counted from the register as it stood on the day. A generator-friendly unit of work: callers on a page
 * count point by point and let the page breathe in between.
 */
export function countPoint(
  register: Partial<Register>,
  asOf: string,
  groupBy: GroupingName = 'all',
  series: Series = 'twoNew',
): SeriesPoint {
  const relations = buildRelations(registerOn(register, asOf));
  const { ruleSet, criteriaSet } = rulesOn(relations, asOf);
  const context = { relations, ruleSet, criteriaSet, asOf };
  const facts = deriveAllFacts(context);
  const sites = deriveAllSites(facts, context);
  const ruleSetVersion = ruleSet.version;
  return {
    asOf,
    ruleSetVersion,
    aboveScaleBasis: ruleSet.coverage.aboveScaleBasis,
    groups: summarize(facts.values(), groupBy, { asOf, ruleSetVersion, series }, sites.values()),
  };
}

/** Points from oldest to newest, made one at a time; three years = 12 quarters or 36 months. */
export function* countSeries(
  register: Partial<Register>,
  asOf: string,
  step: SeriesStep,
  count: number,
  groupBy: GroupingName = 'all',
): Generator<SeriesPoint> {
  for (const day of seriesDays(asOf, step, count)) yield countPoint(register, day, groupBy);
}
