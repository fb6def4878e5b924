/** Time as sync sees it; tests and the simulator bring their own. */
export interface Clock {
  /** Milliseconds of this device's clock, which may be wrong and may jump. */
  nowMs(): number;
}

export interface Timers {
  /** @returns cancels it */
  after(ms: number, run: () => void): () => void;
}

/** A number from 0 up to, but not including, 1. */
export type RandomNumber = () => number;

export const isoOf = (ms: number): string => new Date(ms).toISOString();
