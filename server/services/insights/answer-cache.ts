/** Answers that hold as long as the register and the day stay the same: a wall asks the same questions all day. */

export interface AnswerCache {
  /** @param isLasting false: the answer may change under the same name, so it is not kept */
  get<T>(name: string, isLasting: boolean, answer: () => Promise<T>): Promise<T>;
}

/** @param most answers kept; the longest unused goes first */
export function createAnswerCache(most = 400): AnswerCache {
  const kept = new Map<string, Promise<unknown>>();
  return {
    get<T>(name: string, isLasting: boolean, answer: () => Promise<T>): Promise<T> {
      // Every name is used with one kind of answer: it begins with the kind.
      const found = kept.get(name) as Promise<T> | undefined;
      if (found) {
        kept.delete(name);
        kept.set(name, found);
        return found;
      }
      const made = answer();
      if (!isLasting) return made;
      kept.set(name, made);
      made.catch(() => kept.delete(name));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
}
