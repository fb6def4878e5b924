import { formatInstant } from '@renderer/data/format-value';

/** YYYY-MM-DD HH:mm in China; 从未 for null. */
export const whenText = (instant: string | null): string =>
  instant === null ? '从未' : formatInstant(instant);
