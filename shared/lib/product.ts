/** Every way of taking one of each list, in the order of the lists; one empty way of taking nothing. */
export const product = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (all, items) => all.flatMap((before) => items.map((item) => [...before, item])),
    [[]],
  );
