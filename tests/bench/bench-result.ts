/** One measured quantity beside the physical limit measured in the same run. */
export interface BenchResult {
  /** Stable name, for example `figures.single-edit.50000`. */
  readonly name: string;
  /** What was done, in a sentence. */
  readonly what: string;
  readonly unit: 'ms' | 'MB' | '%';
  /** Median of the runs. */
  readonly value: number;
  /** 95th percentile of the runs, where there were enough. */
  readonly p95: number | null;
  /** The best this machine could do for the same work, and how that was measured. */
  readonly limit: { readonly what: string; readonly value: number } | null;
  /** What the product promises; null = none. A bench reports a miss, it never fails a test. */
  readonly target: number | null;
}

export interface Bench {
  readonly name: string;
  run(): Promise<readonly BenchResult[]>;
}

/** By nearest rank: the smallest value that so many of all values do not exceed. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** Median and 95th percentile of measured values; NaN of none. */
export function spread(values: readonly number[]): { readonly median: number; readonly p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) };
}
