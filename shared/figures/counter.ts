/** Sums by key from which entries can be taken back; a key that falls to 0 disappears. */
export interface Counter<K extends string> {
  add(key: K, count: number): void;
  get(key: K): number;
  /** Keys with a sum other than 0. */
  readonly size: number;
  toRecord(): Readonly<Partial<Record<K, number>>>;
}

export function createCounter<K extends string>(): Counter<K> {
  const sums = new Map<K, number>();
  return {
    add(key, count) {
      const sum = (sums.get(key) ?? 0) + count;
      if (sum === 0) sums.delete(key);
      else sums.set(key, sum);
    },
    get: (key) => sums.get(key) ?? 0,
    get size() {
      return sums.size;
    },
    // Partial, because keys without a sum are absent.
    toRecord: () => Object.fromEntries(sums) as Partial<Record<K, number>>,
  };
}
