/** What a device is told of the documents it touched (SPEC.md, PUSH-5 and SCOPE-8). */
import type { PlainDocument } from '@shared/sync/apply-edit';
import { maskDocument } from '@shared/sync/mask-document';
import type { PulledItem } from '@shared/sync/messages';
import type { Queryable } from '../../db/database';
import { type DocumentKey, keyText, listDocuments, type StoredDocument } from '../../repositories/documents';
import { listPlacesById } from '../../repositories/org-tree';
import type { Caller } from '../caller';
import { mayHold, Places } from '../org-tree/places';
import { viewOf } from '../scope';
import { placeIdOf } from './push-access';

/** A document after the push, and whether the caller's device may hold it. */
export interface ResultingDocument extends DocumentKey {
  /** null: the county does not have it. */
  readonly document: PlainDocument | null;
  readonly isHeld: boolean;
}

/** PUSH-5; SCOPE-8: of a document outside the scope not even its number is told. */
export function toItem(caller: Caller, { collection, id, document, isHeld }: ResultingDocument): PulledItem {
  if (document === null || !isHeld) return { collection, id, seq: 0, document: null };
  const shown = viewOf(caller) === 'masked' ? maskDocument(collection, document) : document;
  return { collection, id, seq: Number(document['seq']), document: shown };
}

export const parseBody = ({ body }: StoredDocument): PlainDocument =>
  // Only this program writes bodies, and only as objects.
  JSON.parse(body) as PlainDocument;

export async function presentDocuments(
  tx: Queryable,
  caller: Caller,
  keys: readonly DocumentKey[],
): Promise<ResultingDocument[]> {
  const stored = await listDocuments(tx, caller.countyId, keys);
  const placeIds = [caller.scopeRootId, ...stored.map(({ placeId }) => placeId)];
  const places = new Places(await listPlacesById(tx, caller.countyId, placeIds));
  const documents = new Map(stored.map((one) => [keyText(one), parseBody(one)]));
  return resultsOf(caller, places, keys, documents);
}

export function resultsOf(
  caller: Caller,
  places: Places,
  keys: readonly DocumentKey[],
  documents: ReadonlyMap<string, PlainDocument>,
): ResultingDocument[] {
  return keys.map(({ collection, id }) => {
    const document = documents.get(keyText({ collection, id })) ?? null;
    const isHeld = document !== null && mayHold(places, caller, collection, placeIdOf(collection, document));
    return { collection, id, document, isHeld };
  });
}
