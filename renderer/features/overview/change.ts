/** Change against the same day a year ago, with arrow and words. */
import type { FigureChange } from '@renderer/components/figure-tile';
import type { Figure } from '@shared/figures/figure';
import { percentOf } from './trend';

type Counted = Pick<Figure, 'numerator' | 'denominator'>;

/** @param before null or without a base = there is nothing to compare with, and that is said */
export function describeRateChange(now: Counted, before: Counted | null, decimals: number): FigureChange {
  const [present, past] = [percentOf(now), percentOf(before ?? undefined)];
  if (present === null || past === null) return { text: '上年同期无数据', tone: 'quiet' };
  const text = Math.abs(present - past).toFixed(decimals);
  if (Number(text) === 0) return { text: '→ 与上年同期持平', tone: 'quiet' };
  return present > past
    ? { text: `↑ 较上年同期提高 ${text} 个百分点`, tone: 'good' }
    : { text: `↓ 较上年同期下降 ${text} 个百分点`, tone: 'bad' };
}

/** For counts where fewer is better (应建未建, 空白点). */
export function describeCountChange(now: number, before: number | null): FigureChange {
  if (before === null) return { text: '上年同期无数据', tone: 'quiet' };
  if (now === before) return { text: '→ 与上年同期持平', tone: 'quiet' };
  return now < before
    ? { text: `↓ 较上年同期少 ${before - now}`, tone: 'good' }
    : { text: `↑ 较上年同期多 ${now - before}`, tone: 'bad' };
}
