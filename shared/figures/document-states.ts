/**
 * Every state a document has had by the rules of `register-on.ts`, with the day each began. Most documents have one:
 * dated facts are kept as known today, and an edit on the day of entry changes nothing for the past.
 */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import { editsOf, madeAt } from '@shared/domain/edit';
import { chinaDayOf } from '@shared/lib/day';
import { firstDayFrom } from './first-day';
import { deletedOnOf, documentOn } from './register-on';

export interface DocumentState<C extends CollectionName> {
  /** First day of the state; '' = since ever. */
  readonly from: string;
  /** null = the register did not hold the document. */
  readonly document: DocumentOf<C> | null;
}

/** States from the oldest to the present one; neighbours differ. */
export function documentStates<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
): readonly DocumentState<C>[] {
  const states: DocumentState<C>[] = [{ from: '', document: documentOn(collection, document, '') }];
  for (const day of daysOfStates(document)) {
    const state = documentOn(collection, document, day);
    if (state !== states.at(-1)?.document) states.push({ from: day, document: state });
  }
  return states;
}

/** Days on which `documentOn` may answer differently than the day before, in order. */
function daysOfStates<C extends CollectionName>(document: DocumentOf<C>): readonly string[] {
  const changes = editsOf(document).filter((edit) => edit.op === 'change');
  if (changes.length === 0 && document.deletedAt === null) return [];
  const days = new Set([chinaDayOf(document.createdAt)]);
  for (const edit of changes) days.add(chinaDayOf(madeAt(edit)));
  if (document.deletedAt !== null) days.add(deletedOnOf(document, document.deletedAt));
  // A state that had begun by the day is known for it, even when it was written down later.
  const since = 'statusSince' in document ? firstDayFrom(document.statusSince) : null;
  if (since !== null) days.add(since);
  return [...days].sort();
}
