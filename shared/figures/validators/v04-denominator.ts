/** V4: every rate names its denominator, agrees with it, and rates of one name share one base. */
import { figureProblems } from '@shared/problems/figure-problems';
import type { Problem } from '@shared/problems/problem';
import { formatFraction, formatRate } from '../format-rate';
import type { Validator } from './validator';

export interface RateClaim {
  readonly label: string;
  /** As printed, without the sign: "98.5". Its decimals are the precision it is checked at. */
  readonly percent: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What the denominator counts; null = not said. */
  readonly base: string | null;
  /** Denominators the text might mean, to show what each would give. */
  readonly candidates?: readonly number[];
}

export const denominator: Validator<readonly RateClaim[]> = {
  id: 'V4',
  label: '写明分母',
  check: (claims) => [...claims.flatMap(checkClaim), ...checkBases(claims)],
};

const decimalsOf = (percent: string): number => percent.split('.')[1]?.length ?? 0;

function checkClaim(claim: RateClaim): Problem[] {
  const { label, percent, numerator, denominator: base } = claim;
  if (base === null) {
    const shown = (claim.candidates ?? []).map((one) => `${one}的${percent}%是${shareOf(percent, one)}`);
    return [figureProblems.v4NoDenominator({ label: `${label}${percent}%`, arithmetic: shown.join('，') })];
  }
  if (numerator === null) return [];
  const fraction = { numerator, denominator: base };
  const counted = formatRate(fraction, decimalsOf(percent));
  return counted === `${percent}%`
    ? []
    : [
        figureProblems.v4RateMismatch({
          label,
          arithmetic: `${formatFraction(fraction)}=${counted} ≠ ${percent}%`,
        }),
      ];
}

/** Whole number nearest to percent of a base, in integers. */
function shareOf(percent: string, base: number): number {
  const scale = 10 ** decimalsOf(percent);
  const points = Math.round(Number(percent) * scale);
  return Math.floor((points * base * 2 + 100 * scale) / (200 * scale));
}

function checkBases(claims: readonly RateClaim[]): Problem[] {
  const labels = [...new Set(claims.map((claim) => claim.label))];
  return labels.flatMap((label) => {
    const same = claims.filter((claim) => claim.label === label);
    const bases = new Set(same.map((claim) => claim.base ?? ''));
    if (bases.size < 2) return [];
    const shown = same.map((claim) => `${claim.percent}%（${claim.base ?? '基数未写明'}）`).join('与');
    return [figureProblems.v4TwoBases({ label, arithmetic: shown })];
  });
}
