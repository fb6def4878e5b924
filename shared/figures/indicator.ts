/** What an indicator is: two sums over facts, with the words that are printed beside them. */
import type { Figure, FigureId } from './figure';
import type { SiteFacts, UnitFacts } from './unit-facts';

/**
 * `share`: percent, the numerator is part of the denominator. `percent`: percent of something else (members of
 * staff). `ratio`: one count per another. `count`: the numerator is the figure, the denominator only says out of how
 * many.
 */
export type IndicatorForm = 'share' | 'percent' | 'ratio' | 'count';

interface IndicatorOf<Facts> {
  readonly id: FigureId;
  /** Official Chinese name. */
  readonly label: string;
  readonly form: IndicatorForm;
  /** What the denominator counts. */
  readonly base: string;
  /** The rule in one Chinese sentence, shown under the figure. */
  readonly rule: string;
  /** Section of the domain reference and the source it names. */
  readonly source: string;
  /** What this unit or site adds to the numerator; 0 = not in the list behind it. */
  readonly numerator: (facts: Facts) => number;
  readonly denominator: (facts: Facts) => number;
  /** Ids counted once over all facts instead of the plain sum (people who serve several units). */
  readonly distinctDenominator?: (facts: Facts) => readonly string[];
  /** Decimals where the figure does not follow the report's precision (0.83, 2.5). */
  readonly decimals?: number;
}
export interface UnitIndicator extends IndicatorOf<UnitFacts> {
  readonly subject: 'unit';
}
export interface SiteIndicator extends IndicatorOf<SiteFacts> {
  readonly subject: 'site';
}
export type Indicator = UnitIndicator | SiteIndicator;

/** Figures of one group of units, by id. */
export type FigureSet = Readonly<Record<FigureId, Figure>>;

/** 1 when true: predicates are sums of ones. */
export const one = (is: boolean): number => (is ? 1 : 0);
