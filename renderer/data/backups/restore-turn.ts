/** One window of a computer at a time restores, or finishes a restore; the others wait with opening the register. */
import { takeLead } from '@renderer/platform/take-lead';

const name = 'two-new-ledger.restore-turn';

/** @returns gives the turn, or the place in the queue, back */
export const takeRestoreTurn = (begin: () => void): (() => void) => takeLead(name, begin);

/** Resolves when it is this window's turn, with what gives it back. */
export const restoreTurn = (): Promise<() => void> =>
  new Promise((resolve) => {
    const leave = takeRestoreTurn(() => resolve(() => leave()));
  });
