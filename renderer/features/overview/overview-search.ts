/** What the address of 概览 carries: the open list, the group it is narrowed to, and a past day of the trend. */
export interface OverviewSearch {
  /** Text of a ListSpec; absent = no list is open. */
  readonly list?: string;
  /** Text of a GroupRef. */
  readonly group?: string;
  /** YYYY-MM-DD; absent = the as-of date. */
  readonly on?: string;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Anything else in the address is dropped. */
export function parseOverviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  const [list, group, on] = [textOf(search['list']), textOf(search['group']), textOf(search['on'])];
  return {
    ...(list === undefined ? {} : { list }),
    ...(group === undefined ? {} : { group }),
    ...(on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? { on } : {}),
  };
}
