/**
 * The register as it stood on a past day. Dated relations and dated facts answer for themselves (from/to, on) and
 * are kept as known today; plain fields are taken back by the edits made after that day.
 */
import { stateAt } from '@shared/domain/changes';
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import { editsOf, madeAt } from '@shared/domain/edit';
import { chinaDayOf } from '@shared/lib/day';

/** Last instant of a day in China. */
export const endOfDay = (day: string): string => `${day}T15:59:59.999Z`;

/** Fields that carry their own dates, so their present content also answers for the past. */
const datedFields: { readonly [C in CollectionName]?: readonly (keyof DocumentOf<C> & string)[] } = {
  units: ['pastStatuses'],
  partyOrgs: ['covers', 'posts', 'foundedOn'],
  people: ['joinedOn', 'fullOn', 'exit', 'training', 'honours', 'appraisals'],
  instructors: ['assignments', 'leftOn'],
};
/** Documents that are dated facts as a whole. */
export const datedCollections: ReadonlySet<CollectionName> = new Set([
  'records',
  'activities',
  'cases',
  'assessments',
  'settings',
]);
/** A state that had begun by the day holds on it, even when it was written down later. */
const datedStates: ReadonlySet<CollectionName> = new Set(['units', 'partyOrgs', 'partyRooms']);

/**
 * One document on a day, or null when the register did not hold it. A deleted document is there on the days on
 * which it was in the register (counts made then included it) but not before it was entered: deletion mostly
 * takes back an error or a duplicate, which must not haunt earlier years.
 */
export function documentOn<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  day: string,
): DocumentOf<C> | null {
  const enteredOn = chinaDayOf(document.createdAt);
  if (document.deletedAt !== null) {
    if (day < enteredOn || deletedOnOf(document, document.deletedAt) <= day) return null;
  }
  if (datedCollections.has(collection)) return asLive(document);
  // Nobody counted before the day of entry; what was put right on that day is the best answer for earlier ones.
  const instant = endOfDay(day < enteredOn ? enteredOn : day);
  if (!editsOf(document).some((edit) => edit.op === 'change' && madeAt(edit) > instant))
    return asLive(document);
  return withKept(collection, document, stateAt(document, instant), day);
}

/** Day of a deletion; like any edit, not later than the county heard of it. */
export function deletedOnOf(document: Parameters<typeof editsOf>[0], deletedAt: string): string {
  const deletion = editsOf(document).findLast((edit) => edit.changes['deletedAt']?.to === deletedAt);
  return chinaDayOf(deletion ? madeAt(deletion) : deletedAt);
}

/** An earlier state with what the present document knows about that day. */
export const withKept = <C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  state: DocumentOf<C>,
  day: string,
): DocumentOf<C> => asLive({ ...state, ...keptFields(collection, document, day) });

const asLive = <D extends { deletedAt: string | null }>(document: D): D =>
  document.deletedAt === null ? document : { ...document, deletedAt: null };

function keptFields<C extends CollectionName>(
  collection: C,
  document: DocumentOf<C>,
  day: string,
): Partial<DocumentOf<C>> {
  const names: readonly string[] = datedFields[collection] ?? [];
  const since = datedStates.has(collection) && 'statusSince' in document ? document.statusSince : null;
  const dated = since !== null && since <= day ? [...names, 'status', 'statusSince'] : names;
  // Every name is a key of this document's own collection by the type of datedFields.
  const source = document as unknown as Record<string, unknown>;
  return Object.fromEntries(dated.map((name) => [name, source[name]])) as Partial<DocumentOf<C>>;
}

/** All documents of the register on a day. Pass deleted documents too: they were there before they were deleted. */
export function registerOn(register: Partial<Register>, day: string): Register {
  const entries = collectionNames.map((collection) => [
    collection,
    listOn(collection, register[collection] ?? [], day),
  ]);
  // fromEntries forgets that every list holds documents of its own collection.
  return Object.fromEntries(entries) as Register;
}

function listOn<C extends CollectionName>(collection: C, documents: readonly DocumentOf<C>[], day: string) {
  return documents.flatMap((document) => documentOn(collection, document, day) ?? []);
}
