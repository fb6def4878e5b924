/** Numbers as they are printed. Integer arithmetic only: 0.5 always rounds up, on every machine. */
import type { Figure } from './figure';

type Fraction = Pick<Figure, 'numerator' | 'denominator'>;

/** numerator / denominator × scale, rounded half up to `decimals`; null when there is nothing to divide by. */
function divide({ numerator, denominator }: Fraction, scale: bigint, decimals: number): string | null {
  if (denominator === 0) return null;
  const [n, d] = [BigInt(Math.round(numerator)), BigInt(Math.round(denominator))];
  const rounded = (n * scale * 10n ** BigInt(decimals) * 2n + d) / (2n * d);
  const digits = String(rounded).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** "73.3%"; "—" for an empty base, which is not 0 %. */
export function formatRate(figure: Fraction, decimals: number): string {
  const value = divide(figure, 100n, decimals);
  return value === null ? '—' : `${value}%`;
}

/** "0.83", "2.5"; "—" for an empty base. */
export const formatRatio = (figure: Fraction, decimals: number): string =>
  divide(figure, 1n, decimals) ?? '—';

/** "22/30", printed beside every rate. */
export const formatFraction = ({ numerator, denominator }: Fraction): string => `${numerator}/${denominator}`;
