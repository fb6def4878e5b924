/**
 * Days and months counted back from the as-of date. The same date is asked for every unit of a register, so the last
 * answers are kept; they depend on the arguments alone.
 */
import { addDays, addMonths } from '@shared/lib/day';

interface Kept {
  asOf: string;
  readonly monthsBefore: Map<number, string>;
  window: YearWindow | null;
}
const kept: Kept = { asOf: '', monthsBefore: new Map(), window: null };

function keptFor(asOf: string): Kept {
  if (kept.asOf !== asOf) {
    kept.asOf = asOf;
    kept.monthsBefore.clear();
    kept.window = null;
  }
  return kept;
}

/** Same day so many months earlier. */
export function monthsBefore(asOf: string, months: number): string {
  const { monthsBefore: known } = keptFor(asOf);
  const found = known.get(months) ?? addMonths(asOf, -months);
  known.set(months, found);
  return found;
}

/** The twelve months up to the last quarter that has ended by the evening of the day. */
export interface YearWindow {
  readonly start: string;
  /** First day after the window. */
  readonly end: string;
  /** Oldest first, YYYY-MM. */
  readonly months: readonly string[];
  /** First month of each quarter, oldest first. */
  readonly quarters: readonly string[];
}

export function yearWindow(asOf: string): YearWindow {
  const known = keptFor(asOf);
  known.window ??= windowOf(asOf);
  return known.window;
}

function windowOf(asOf: string): YearWindow {
  const next = addDays(asOf, 1);
  const end = `${quarterOf(next.slice(0, 7))}-01`;
  const months = Array.from({ length: 12 }, (_, i) => addMonths(end, i - 12).slice(0, 7));
  return { start: `${months[0] ?? ''}-01`, end, months, quarters: months.filter((_, i) => i % 3 === 0) };
}

/** First month of the quarter a month is in, both YYYY-MM. */
export function quarterOf(month: string): string {
  const first = Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1;
  return `${month.slice(0, 5)}${first < 10 ? '0' : ''}${first}`;
}
