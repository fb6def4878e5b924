/** A stored document as the figure code knows it. */
import { type CollectionName, collectionSchemas, type DocumentOf } from '@shared/domain/collections';
import type { AnsweredEdit } from '@shared/domain/edit';

/**
 * Documents keep the shape of the model that wrote them; the schema fills in what was added since (SKEW-1). The history
 * is left out of that: it is most of the document, only the county writes it, and its edits never change (EDIT-1).
 * @returns null when figures cannot be derived from it: one such document must not stop all others
 */
export function readDocument<C extends CollectionName>(collection: C, body: string): DocumentOf<C> | null {
  // Only this program writes bodies, and only as objects.
  const { history = [], ...fields } = JSON.parse(body) as { history?: AnsweredEdit[] };
  const parsed = collectionSchemas[collection].safeParse(fields);
  if (!parsed.success) return null;
  // The schema under the key parses to documents of that key; the union of schemas hides it.
  const document = parsed.data as DocumentOf<C>;
  document.history = history;
  return hasRealTimes(document) ? document : null;
}

/** Instants have the right form by their schema, but 25 o'clock has it too. */
const hasRealTimes = (document: DocumentOf<CollectionName>): boolean =>
  [
    document.createdAt,
    document.deletedAt,
    ...document.history.flatMap(({ at, receivedAt }) => [at, receivedAt]),
  ].every((instant) => instant === null || !Number.isNaN(Date.parse(instant)));
