/** Data of the charts of rates: computed elsewhere, drawn here. */
export interface RateSeries {
  readonly key: string;
  readonly label: string;
  /** One of the colours of palette.ts. */
  readonly colour: string;
  /** Drawn in stripes: told apart from another series of the same colour. Bars only. */
  readonly isStriped?: boolean;
}
export interface RateValue {
  /** 0–100; null is a gap: nothing to divide by. */
  readonly percent: number | null;
  /** 73.3%（22/30）, as the tooltip says it. */
  readonly text: string;
}
export interface RateRow {
  readonly key: string;
  readonly label: string;
  /** Full name where the label had to be short. */
  readonly title?: string;
  readonly values: Readonly<Record<string, RateValue>>;
}
/** A vertical mark at a row, with its number; the words stand elsewhere. */
export interface RateMark {
  readonly rowKey: string;
  readonly label: string;
}
export interface RateChartProps {
  readonly rows: readonly RateRow[];
  readonly series: readonly RateSeries[];
  /** Opens the list behind one mark. */
  readonly onOpen: (rowKey: string, seriesKey: string) => void;
}

/** One flat record per row, as Recharts reads it. */
export const toChartData = (rows: readonly RateRow[]): Record<string, unknown>[] =>
  rows.map((row) => ({
    key: row.key,
    label: row.label,
    ...Object.fromEntries(Object.entries(row.values).map(([key, value]) => [key, value.percent])),
  }));
