/** Change of a figure against another day, with arrow and words. */
import type { Figure } from '@shared/figures/figure';

type Counted = Pick<Figure, 'numerator' | 'denominator'>;

export interface Change {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

/** Percent for drawing; null where there is nothing to divide by, so that a line has a gap, not a zero. */
export function percentOf(figure: Counted | undefined): number | null {
  if (!figure || figure.denominator === 0) return null;
  return (figure.numerator / figure.denominator) * 100;
}

const yearAgo = '上年同期';

/**
 * @param before null or without a base = there is nothing to compare with, and that is said
 * @param against what it is compared with, in words
 */
export function describeRateChange(
  now: Counted,
  before: Counted | null,
  decimals: number,
  against = yearAgo,
): Change {
  const [present, past] = [percentOf(now), percentOf(before ?? undefined)];
  if (present === null || past === null) return { text: `${against}无数据`, tone: 'quiet' };
  const text = Math.abs(present - past).toFixed(decimals);
  if (Number(text) === 0) return { text: `→ 与${against}持平`, tone: 'quiet' };
  return present > past
    ? { text: `↑ 较${against}提高 ${text} 个百分点`, tone: 'good' }
    : { text: `↓ 较${against}下降 ${text} 个百分点`, tone: 'bad' };
}

/** For counts where fewer is better (应建未建, 空白点). */
export function describeCountChange(now: number, before: number | null, against = yearAgo): Change {
  if (before === null) return { text: `${against}无数据`, tone: 'quiet' };
  if (now === before) return { text: `→ 与${against}持平`, tone: 'quiet' };
  return now < before
    ? { text: `↓ 较${against}少 ${before - now}`, tone: 'good' }
    : { text: `↑ 较${against}多 ${now - before}`, tone: 'bad' };
}
