/** What the record validators share: their input and the checks of dates. */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { RuleSet } from '@shared/domain/rule-set';
import { domainProblems as problems } from '@shared/problems/domain-problems';
import type { Problem } from '@shared/problems/problem';
import type { Relations } from './relations';

export interface ValidationContext {
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  /** Today, or the day the register is looked at. */
  readonly asOf: string;
}
export type Validate<C extends CollectionName> = (
  document: DocumentOf<C>,
  context: ValidationContext,
) => readonly Problem[];

/** A dated field: its label as the form shows it, the value and the path of the field. */
export interface DatedField {
  readonly label: string;
  readonly on: string | null;
  readonly field: string;
}

/** Dates of things that have happened; none of them can lie ahead. */
export const checkNotFuture = (dates: readonly DatedField[], asOf: string): Problem[] =>
  dates.flatMap(({ label, on, field }) =>
    on !== null && on > asOf ? [problems.futureDate({ label, on, today: asOf }, field)] : [],
  );

/** Dates that follow one another; compared only as far as both are known (2021 is not after 2021-03). */
export function checkOrder(dates: readonly DatedField[]): Problem[] {
  const known = dates.flatMap((date) => (date.on === null ? [] : [{ ...date, on: date.on }]));
  return known.slice(1).flatMap((second, i) => {
    const first = known[i];
    return first && isAfter(first.on, second.on)
      ? [
          problems.datesReversed(
            { first: first.label, firstOn: first.on, second: second.label, secondOn: second.on },
            second.field,
          ),
        ]
      : [];
  });
}

function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

/**
 * What a check finds in a record by itself is found once: a change makes a new record, and all records are judged again
 * after each change.
 * @param check must look at nothing but the record
 */
export function onceForEach<D extends object>(
  check: (document: D) => readonly Problem[],
): (document: D) => readonly Problem[] {
  const known = new WeakMap<D, readonly Problem[]>();
  return (document) => {
    const found = known.get(document) ?? check(document);
    known.set(document, found);
    return found;
  };
}

/** Problems in the order given, without the ones that do not apply. */
export const listProblems = (...found: readonly (Problem | readonly Problem[] | false | null)[]): Problem[] =>
  found.flatMap((one) => (one ? one : []));
