/** Everything one push writes, in one statement: it runs while the county's counter is locked (PULL-1). */
import type { Queryable } from '../db/database';
import type { StoredDocument } from './documents';
import type { ChainHead, LogEntry } from './edit-log';
import type { Place } from './org-tree';

export interface WrittenDocument extends StoredDocument {
  readonly isNew: boolean;
  readonly isDeleted: boolean;
}
export interface WrittenHead extends ChainHead {
  readonly isNew: boolean;
}
/** Where a conflicts document points to. */
export interface ConflictPointer {
  readonly id: string;
  readonly placeId: string;
  readonly collection: string;
  readonly documentId: string;
  readonly isOpen: boolean;
}
export interface ScopeExit {
  readonly scopeId: string;
  readonly seq: number;
  readonly collection: string;
  readonly id: string;
  /** It lay in the subtree of the scope; false for what was only read from above (SCOPE-2). */
  readonly wasOwn: boolean;
}
export interface PushWrite {
  readonly documents: readonly WrittenDocument[];
  /** Documents that only get a new number, because the place they lie in moved. */
  readonly renumbered: readonly { readonly collection: string; readonly id: string; readonly seq: number }[];
  readonly entries: readonly LogEntry[];
  readonly heads: readonly WrittenHead[];
  readonly conflicts: readonly ConflictPointer[];
  readonly exits: readonly ScopeExit[];
  readonly places: readonly Place[];
}

/**
 * New rows are inserted plainly: when another push was faster with the same id, this one fails and is judged again.
 * Rows travel as one JSON text per table; bodies and entries are strings in it, so nothing of them is read here.
 */
const sql = `
with documents_in as (
  select * from json_to_recordset($2::json) as t (
    "collection" text, "id" text, "placeId" text, "seq" bigint, "isDeleted" boolean, "isNew" boolean, "body" text)
), created as (
  insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)
  select $1, "collection", "id", "placeId", "seq", "isDeleted", "body"::json from documents_in where "isNew"
), changed as (
  update documents d set org_unit_id = n."placeId", seq = n."seq", is_deleted = n."isDeleted", body = n."body"::json
  from documents_in n
  where not n."isNew" and d.county_id = $1 and d.collection = n."collection" and d.id = n."id"
), renumbered as (
  update documents d set seq = n."seq", body = jsonb_set(d.body::jsonb, '{seq}', to_jsonb(n."seq"))::json
  from json_to_recordset($3::json) as n ("collection" text, "id" text, "seq" bigint)
  where d.county_id = $1 and d.collection = n."collection" and d.id = n."id"
), logged as (
  insert into edits (county_id, edit_id, org_unit_id, height, collection, document_id, outcome, seq, user_id,
    device_id, sent_at, received_at, entry, answer, refused_to, previous_hash, hash)
  select $1, "editId", "placeId", "height", "collection", "documentId", "outcome", "seq", "userId",
    "deviceId", "sentAt", "receivedAt", "entry", "answer"::json, "refusedTo", "previousHash", "hash"
  from json_to_recordset($4::json) as t (
    "editId" text, "placeId" text, "height" bigint, "collection" text, "documentId" text, "outcome" text,
    "seq" bigint, "userId" text, "deviceId" text, "sentAt" timestamptz, "receivedAt" timestamptz, "entry" text,
    "answer" text, "refusedTo" text, "previousHash" text, "hash" text)
), heads_in as (
  select * from json_to_recordset($5::json) as t ("placeId" text, "height" bigint, "hash" text, "isNew" boolean)
), new_heads as (
  insert into chain_heads (county_id, org_unit_id, height, hash)
  select $1, "placeId", "height", "hash" from heads_in where "isNew"
), moved_heads as (
  update chain_heads h set height = n."height", hash = n."hash" from heads_in n
  where not n."isNew" and h.county_id = $1 and h.org_unit_id = n."placeId"
), pointers as (
  insert into conflicts (county_id, id, org_unit_id, collection, document_id, is_open)
  select $1, "id", "placeId", "collection", "documentId", "isOpen" from json_to_recordset($6::json) as t (
    "id" text, "placeId" text, "collection" text, "documentId" text, "isOpen" boolean)
  on conflict (county_id, id) do update set org_unit_id = excluded.org_unit_id, is_open = excluded.is_open
), exits as (
  insert into scope_exits (county_id, scope_id, seq, collection, id, was_own)
  select $1, "scopeId", "seq", "collection", "id", "wasOwn" from json_to_recordset($7::json) as t (
    "scopeId" text, "seq" bigint, "collection" text, "id" text, "wasOwn" boolean)
)
insert into org_tree (county_id, org_unit_id, parent_id, level, name, ancestors)
select $1, "id", "parentId", "level", "name", "ancestors" from json_to_recordset($8::json) as t (
  "id" text, "parentId" text, "level" text, "name" text, "ancestors" text[])
on conflict (county_id, org_unit_id) do update
  set parent_id = excluded.parent_id, level = excluded.level, name = excluded.name, ancestors = excluded.ancestors`;

export async function writePush(tx: Queryable, countyId: string, push: PushWrite): Promise<void> {
  const tables = [
    push.documents,
    push.renumbered,
    push.entries,
    push.heads,
    push.conflicts,
    push.exits,
    push.places,
  ];
  await tx.query(sql, [countyId, ...tables.map((rows) => JSON.stringify(rows))]);
}
