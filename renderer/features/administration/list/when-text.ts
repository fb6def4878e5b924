import { formatInstant } from '@renderer/data/format-value';
import { chinaDayOf } from '@shared/lib/day';

/** YYYY-MM-DD HH:mm in China; 从未 for null. */
export const whenText = (instant: string | null): string =>
  instant === null ? '从未' : formatInstant(instant);

/** 今天 10:42, or the day alone: for tables with many times. @param now instant in UTC */
export function shortWhen(instant: string | null, now: string): string {
  if (instant === null) return '从未';
  const day = chinaDayOf(instant);
  return day === chinaDayOf(now) ? `今天 ${formatInstant(instant).slice(11)}` : day;
}
