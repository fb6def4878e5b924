/** Change of a figure against another day, with arrow and words. */
import type { Counted } from '@shared/figures/figure';

export interface Change {
  /** On a screen, with digits set apart: ↑ 较上年同期提高 3.3 个百分点. */
  readonly text: string;
  /** In running words on paper: 较上年同期提高3.3个百分点. */
  readonly sentence: string;
  /** Under a heading that says what it is compared with: ↑提高3.3个百分点. */
  readonly short: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

/** Percent for drawing; null where there is nothing to divide by, so that a line has a gap, not a zero. */
export function percentOf(figure: Counted | undefined): number | null {
  if (!figure || figure.denominator === 0) return null;
  return (figure.numerator / figure.denominator) * 100;
}

const yearAgo = '上年同期';

const unknown = (against: string): Change => ({
  text: `${against}无数据`,
  sentence: `${against}无数据`,
  short: '无数据',
  tone: 'quiet',
});
const unchanged = (against: string): Change => ({
  text: `→ 与${against}持平`,
  sentence: `与${against}持平`,
  short: '→持平',
  tone: 'quiet',
});

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
  if (present === null || past === null) return unknown(against);
  const points = Math.abs(present - past).toFixed(decimals);
  if (Number(points) === 0) return unchanged(against);
  const [arrow, verb] = present > past ? ['↑', '提高'] : ['↓', '下降'];
  return {
    text: `${arrow} 较${against}${verb} ${points} 个百分点`,
    sentence: `较${against}${verb}${points}个百分点`,
    short: `${arrow}${verb}${points}个百分点`,
    tone: present > past ? 'good' : 'bad',
  };
}

/** For counts of units where fewer is better (应建未建, 空白点). */
export function describeCountChange(now: number, before: number | null, against = yearAgo): Change {
  if (before === null) return unknown(against);
  if (now === before) return unchanged(against);
  const [arrow, verb] = now < before ? ['↓', '少'] : ['↑', '多'];
  const units = Math.abs(now - before);
  return {
    text: `${arrow} 较${against}${verb} ${units}`,
    sentence: `较${against}${verb}${units}户`,
    short: `${arrow}${verb}${units}户`,
    tone: now < before ? 'good' : 'bad',
  };
}
