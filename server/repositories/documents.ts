/** Documents as the county keeps them. */
import type { CollectionName } from '@shared/domain/collections';
import type { Queryable } from '../db/database';

export interface DocumentKey {
  readonly collection: CollectionName;
  readonly id: string;
}
export interface StoredDocument extends DocumentKey {
  /** Where it lies; an orgUnits document lies in itself. */
  readonly placeId: string;
  readonly seq: number;
  /** JSON as it was written. */
  readonly body: string;
}
/** Stands for a document in maps; no collection name has a space. */
export const keyText = ({ collection, id }: DocumentKey): string => `${collection} ${id}`;

interface DocumentRow {
  readonly [column: string]: unknown;
  readonly collection: CollectionName;
  readonly id: string;
  readonly place_id: string;
  readonly seq: number;
  readonly body: string;
}
const columns = 'd.collection, d.id, d.org_unit_id as place_id, d.seq, d.body::text as body';
const toDocument = (row: DocumentRow): StoredDocument => ({
  collection: row.collection,
  id: row.id,
  placeId: row.place_id,
  seq: row.seq,
  body: row.body,
});

export async function listDocuments(
  on: Queryable,
  countyId: string,
  keys: readonly DocumentKey[],
): Promise<StoredDocument[]> {
  const rows = await on.query<DocumentRow>(
    `select ${columns} from documents d
     join unnest($2::text[], $3::text[]) as wanted (collection, id) using (collection, id)
     where d.county_id = $1`,
    [countyId, keys.map(({ collection }) => collection), keys.map(({ id }) => id)],
  );
  return rows.map(toDocument);
}

/**
 * Locks documents for this transaction, in one order for everybody so that pushes wait for each other instead of
 * blocking each other. Conflicts come last: they are also locked because of the document they are about.
 */
export async function lockDocuments(
  tx: Queryable,
  countyId: string,
  keys: readonly DocumentKey[],
): Promise<StoredDocument[]> {
  const rows = await tx.query<DocumentRow>(
    `select ${columns} from documents d
     join unnest($2::text[], $3::text[]) as wanted (collection, id) using (collection, id)
     where d.county_id = $1
     order by d.collection = 'conflicts', d.collection, d.id
     for update of d`,
    [countyId, keys.map(({ collection }) => collection), keys.map(({ id }) => id)],
  );
  return rows.map(toDocument);
}

/** Keys of all documents that lie in one of the places, in the order of their numbers. */
export async function listKeysInPlaces(
  on: Queryable,
  countyId: string,
  placeIds: readonly string[],
): Promise<(DocumentKey & { readonly placeId: string })[]> {
  const rows = await on.query<{ collection: CollectionName; id: string; place_id: string }>(
    `select collection, id, org_unit_id as place_id from documents
     where county_id = $1 and org_unit_id = any($2::text[]) order by seq`,
    [countyId, placeIds],
  );
  return rows.map((row) => ({ collection: row.collection, id: row.id, placeId: row.place_id }));
}

/** Open conflicts of the given documents, and the open conflicts of those (CONFLICT-3). */
export async function listOpenConflictIds(
  on: Queryable,
  countyId: string,
  keys: readonly DocumentKey[],
): Promise<{ readonly id: string; readonly about: DocumentKey }[]> {
  const rows = await on.query<{ id: string; collection: CollectionName; document_id: string }>(
    `with recursive open as (
       select c.id, c.collection, c.document_id from conflicts c
       join unnest($2::text[], $3::text[]) as wanted (collection, document_id) using (collection, document_id)
       where c.county_id = $1 and c.is_open
       union
       select c.id, c.collection, c.document_id from conflicts c
       join open on c.collection = 'conflicts' and c.document_id = open.id
       where c.county_id = $1 and c.is_open)
     select * from open`,
    [countyId, keys.map(({ collection }) => collection), keys.map(({ id }) => id)],
  );
  return rows.map((row) => ({ id: row.id, about: { collection: row.collection, id: row.document_id } }));
}

/** Every conflict of a document, settled ones too. */
export async function listConflictKeys(
  on: Queryable,
  countyId: string,
  { collection, id }: DocumentKey,
): Promise<DocumentKey[]> {
  const rows = await on.query<{ id: string }>(
    'select id from conflicts where county_id = $1 and collection = $2 and document_id = $3 order by id',
    [countyId, collection, id],
  );
  return rows.map((row) => ({ collection: 'conflicts', id: row.id }));
}

/** Of the given documents, those that left the subtree of `scopeId` after `through` (SCOPE-5). */
export async function listLeftSince(
  on: Queryable,
  countyId: string,
  scopeId: string,
  through: number,
  keys: readonly DocumentKey[],
): Promise<DocumentKey[]> {
  const rows = await on.query<{ collection: CollectionName; id: string }>(
    `select distinct x.collection, x.id from scope_exits x
     join unnest($2::text[], $3::text[]) as wanted (collection, id) using (collection, id)
     where x.county_id = $1 and x.scope_id = $4 and x.seq > $5 and x.was_own`,
    [countyId, keys.map(({ collection }) => collection), keys.map(({ id }) => id), scopeId, through],
  );
  return rows.map(({ collection, id }) => ({ collection, id }));
}
