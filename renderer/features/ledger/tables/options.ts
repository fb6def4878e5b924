import type { CellOption } from '@renderer/components/data-grid/grid-types';

/** A record of codes and words as options of a column, in its own order. */
export const groupOptions = <C extends string>(words: Readonly<Record<C, string>>): readonly CellOption[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));
