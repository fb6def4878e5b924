/** Runs work now, or when there is room; in the order in which it was asked for. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** @param atOnce how many run at the same time */
export function createGate(atOnce: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  const enter = (): Promise<void> | null => {
    if (running >= atOnce) return new Promise((go) => waiting.push(go));
    running += 1;
    return null;
  };
  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // The room goes to the next one.
      if (next) next();
      else running -= 1;
    }
  };
}
