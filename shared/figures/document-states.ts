/**
 * Every state a document has had by the rules of `register-on.ts`, with the day each began. Most documents have one:
 * dated facts are kept as known today, and an edit on the day of entry changes nothing for the past.
 */
import { revertChanges } from '@shared/domain/changes';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import { type Edit, editsOf, madeAt } from '@shared/domain/edit';
import { chinaDayOf } from '@shared/lib/day';
import { firstDayFrom } from './first-day';
import { datedCollections, deletedOnOf, documentOn, endOfDay, withKept } from './register-on';

export interface DocumentState<C extends CollectionName> {
  /** First day of the state; '' = since ever. */
  readonly from: string;
  /** null = the register did not hold the document. */
  readonly document: DocumentOf<C> | null;
}

/** States from the oldest to the present one. */
export function documentStates<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
): readonly DocumentState<C>[] {
  const days = daysOfStates(document);
  if (days.length === 0) return [{ from: '', document: documentOn(collection, document, '') }];
  const on = isUnwindable(collection, document) ? unwinding(collection, document) : null;
  const states: DocumentState<C>[] = [];
  // From the newest day to the oldest: an edit is taken back once, not once for every day before it.
  for (const day of ['', ...days].reverse()) {
    const state = on ? on(day) : documentOn(collection, document, day);
    if (state === states.at(-1)?.document) states.pop();
    states.push({ from: day, document: state });
  }
  return states.reverse();
}

/** Whether earlier states can be made from later ones: live, and changed in the order of its edits' times. */
function isUnwindable<C extends CollectionName>(collection: C, document: DocumentOf<C>): boolean {
  if (document.deletedAt !== null || datedCollections.has(collection)) return false;
  const times = changesOf(document).map(madeAt);
  return times.every((time, i) => i === 0 || (times[i - 1] ?? '') <= time);
}

const changesOf = (document: DocumentOf<CollectionName>): readonly Edit[] =>
  editsOf(document).filter((edit) => edit.op === 'change');

/** `documentOn` for days asked in falling order. */
function unwinding<C extends CollectionName>(collection: C, document: DocumentOf<C>) {
  const left = [...changesOf(document)];
  const enteredOn = chinaDayOf(document.createdAt);
  let state = document;
  return (day: string): DocumentOf<C> => {
    const instant = endOfDay(day < enteredOn ? enteredOn : day);
    for (let edit = left.at(-1); edit && madeAt(edit) > instant; edit = left.at(-1)) {
      state = revertChanges(state, edit.changes);
      left.pop();
    }
    return state === document ? document : withKept(collection, document, state, day);
  };
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
