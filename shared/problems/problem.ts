/**
 * A problem is data: a stable code, where it is, and what it needs to make its Chinese sentence. Sentences live
 * only in the catalogues; a retired code stays listed there so that it is never used for something else.
 */
export type Severity = 'error' | 'warning' | 'question' | 'info';

export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly severity: Severity;
  /** What, where, what to do: one or two Chinese sentences for a clerk. */
  readonly text: string;
  /** Field path the problem sits on, for example `uscc` or `declared.members`; null = the whole record. */
  readonly field: string | null;
  /** Details the sentence was built from, for programs that act on the problem. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Key of a problem in a record's `kept` map. Codes have a dot, and a dot in a map key would be read as a path by edits,
 * so undo would write beside the entry.
 */
export const keptKey = ({ code }: Pick<Problem, 'code'>): string => code.replaceAll('.', '_');

type Entry<D> = { readonly severity: Severity; readonly text: (details: D) => string };
type DetailsOf<E> = E extends Entry<infer D> ? D : never;

/**
 * Turns a table of entries into constructors: `problems.usccCheck({ ... }, 'uscc')`. The code is
 * `<area>.<name>`, stable for ever.
 */
export function catalogue<const Area extends string, T extends Record<string, Entry<never>>>(
  area: Area,
  entries: T,
) {
  const make =
    (name: string, entry: Entry<never>) =>
    (details: never, field: string | null = null): Problem => ({
      code: `${area}.${name}`,
      severity: entry.severity,
      text: entry.text(details),
      field,
      // Details are plain objects by the catalogue's own types.
      details: (details ?? {}) as Readonly<Record<string, unknown>>,
    });
  const made = Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, make(name, entry)]));
  // fromEntries cannot express the mapped type it builds.
  return made as unknown as {
    readonly [K in keyof T & string]: (
      details: DetailsOf<T[K]>,
      field?: string | null,
    ) => Problem<`${Area}.${K}`>;
  };
}
