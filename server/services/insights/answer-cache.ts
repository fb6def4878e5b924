/** Answers that hold as long as the register and the day stay the same: a wall asks the same questions all day. */

export interface AnswerCache {
  /** @param isLasting false: the answer may change under the same name, so it is not kept */
  get<T>(name: string, isLasting: boolean, answer: () => Promise<T>): Promise<T>;
}

interface Kept {
  readonly answer: Promise<unknown>;
  /** 0 until the answer is there. */
  size: number;
}

/**
 * @param sizeOf lines of an answer; each takes about a kilobyte of memory
 * @param most lines kept altogether; the longest unused go first. A list may have 5,000, and people click through many
 */
export function createAnswerCache(sizeOf: (answer: unknown) => number, most = 40_000): AnswerCache {
  const kept = new Map<string, Kept>();
  let size = 0;
  const forget = (name: string, one: Kept): void => {
    if (kept.get(name) !== one) return;
    kept.delete(name);
    size -= one.size;
  };
  const measure = (name: string, one: Kept, answer: unknown): void => {
    if (kept.get(name) !== one) return;
    one.size = Math.max(1, sizeOf(answer));
    size += one.size;
    for (const [oldest, other] of kept) {
      if (size <= most) return;
      forget(oldest, other);
    }
  };
  return {
    get<T>(name: string, isLasting: boolean, answer: () => Promise<T>): Promise<T> {
      const found = kept.get(name);
      if (found) {
        kept.delete(name);
        kept.set(name, found);
        // Every name is used with one kind of answer: it begins with the kind.
        return found.answer as Promise<T>;
      }
      const made = answer();
      if (!isLasting) return made;
      const one: Kept = { answer: made, size: 0 };
      kept.set(name, one);
      made.then(
        (value) => measure(name, one, value),
        () => forget(name, one),
      );
      return made;
    },
  };
}
