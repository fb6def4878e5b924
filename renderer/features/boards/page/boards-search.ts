/** What the address of a board carries, so that a link shows the same numbers and the same list again. */
export interface BoardsSearch {
  /** Id of the place that is looked at; absent = everything this office sees. */
  readonly place?: string;
  /** Text of a Mark; absent = no list is open. */
  readonly list?: string;
  /** Text of a Within that narrows the list further. */
  readonly group?: string;
  /** Day of the list, when it is another one than the as-of date. */
  readonly on?: string;
  /** Day the board compares with; absent = a year before. */
  readonly against?: string;
  /** Choice inside a board: what is drawn, which rule is listed. */
  readonly show?: string;
}

const names = [
  'place',
  'list',
  'group',
  'on',
  'against',
  'show',
] as const satisfies readonly (keyof BoardsSearch)[];
const days: ReadonlySet<string> = new Set(['on', 'against']);

/** Anything else in the address is dropped. */
export function parseBoardsSearch(search: Readonly<Record<string, unknown>>): BoardsSearch {
  const entries = names.flatMap((name) => {
    const value = search[name];
    if (typeof value !== 'string' || value === '') return [];
    return days.has(name) && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
