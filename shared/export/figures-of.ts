/** Figures of a list of units, by the one definition of each indicator. */
import type { Figure } from '@shared/figures/figure';
import { formatFraction, formatRate } from '@shared/figures/format-rate';
import type { UnitIndicator } from '@shared/figures/indicator';
import type { UnitRow } from './report-input';
import type { ReportValue } from './report-model';

export type Fraction = Pick<Figure, 'numerator' | 'denominator'>;

export function fractionOf(indicator: UnitIndicator, rows: readonly UnitRow[]): Fraction {
  let [numerator, denominator] = [0, 0];
  for (const { facts } of rows) {
    numerator += indicator.numerator(facts);
    denominator += indicator.denominator(facts);
  }
  return { numerator, denominator };
}

/** The rate as a number already rounded to what is printed (73.3 % → 0.733), or "—" for an empty base. */
export function rateValue(fraction: Fraction, decimals: number): ReportValue {
  const text = formatRate(fraction, decimals);
  return text.endsWith('%') ? Number(`${text.slice(0, -1)}e-2`) : text;
}

/** 组织覆盖率 22/30 = 73.3% */
export function rateText(indicator: UnitIndicator, rows: readonly UnitRow[], decimals: number): string {
  const fraction = fractionOf(indicator, rows);
  return `${indicator.label} ${formatFraction(fraction)} = ${formatRate(fraction, decimals)}`;
}
