/** The pair of coverage rates over three years: one point per quarter end and one for the day itself. */
import type { Figure, FigureId } from '@shared/figures/figure';

/** Quarter ends of the three years before a day, oldest first, and the day itself as the last point. */
export function trendDays(asOf: string, quarterCount = 12): string[] {
  const days: string[] = [];
  let [year, quarter] = [Number(asOf.slice(0, 4)), 4];
  while (days.length < quarterCount) {
    const day = `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;
    if (day < asOf) days.unshift(day);
    quarter -= 1;
    if (quarter === 0) [year, quarter] = [year - 1, 4];
  }
  return [...days, asOf];
}

/** 2026-03-31 → 26年3月; short enough for thirteen marks on one axis. */
export const trendLabel = (day: string): string => `${day.slice(2, 4)}年${Number(day.slice(5, 7))}月`;

export interface TrendPoint {
  readonly day: string;
  readonly label: string;
  /** null while it is still being counted. */
  readonly figures: Readonly<Partial<Record<FigureId, Figure>>> | null;
}
