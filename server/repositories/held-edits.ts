/** What drained devices delivered, waiting for a person (SPEC.md, DEVICE-2). */
import type { Queryable, Row } from '../db/database';

export interface HeldEdit {
  readonly editId: string;
  readonly deviceId: string;
  readonly userId: string;
  readonly collection: string;
  readonly documentId: string;
  /** JSON of the pushed edit. */
  readonly entry: string;
  readonly sentAt: string;
  readonly receivedAt: string;
}

/** An edit that is already held stays as it is. */
export async function saveHeld(tx: Queryable, countyId: string, held: readonly HeldEdit[]): Promise<void> {
  await tx.query(
    `insert into held_edits (county_id, edit_id, device_id, user_id, collection, document_id, entry, sent_at, received_at)
     select $1, "editId", "deviceId", "userId", "collection", "documentId", "entry", "sentAt", "receivedAt"
     from json_to_recordset($2::json) as t ("editId" text, "deviceId" text, "userId" text, "collection" text,
       "documentId" text, "entry" text, "sentAt" timestamptz, "receivedAt" timestamptz)
     on conflict (county_id, edit_id) do nothing`,
    [countyId, JSON.stringify(held)],
  );
}

export interface WaitingEdit extends HeldEdit {
  /** Names for people; null when the device or the person is no longer known. */
  readonly deviceName: string | null;
  readonly userName: string | null;
}
interface WaitingRow extends Row {
  readonly edit_id: string;
  readonly device_id: string;
  readonly user_id: string;
  readonly collection: string;
  readonly document_id: string;
  readonly entry: string;
  readonly sent_at: string;
  readonly received_at: string;
  readonly device_name: string | null;
  readonly user_name: string | null;
}

/**
 * Edits nobody has settled yet, in the order they came; within a push in the order of their ids, which devices make
 * ascending. Only of devices whose place lies in the subtree of `scopeId`; those of a place that is in no tree any more are
 * the whole county's to settle.
 * @param editIds null = all of them
 */
export async function listWaiting(
  on: Queryable,
  countyId: string,
  scopeId: string,
  editIds: readonly string[] | null,
): Promise<WaitingEdit[]> {
  const rows = await on.query<WaitingRow>(
    `select h.edit_id, h.device_id, h.user_id, h.collection, h.document_id, h.entry, h.sent_at, h.received_at,
       d.name as device_name, u.name as user_name
     from held_edits h
     left join devices d on d.county_id = h.county_id and d.device_id = h.device_id
     left join users u on u.county_id = h.county_id and u.user_id = h.user_id
     left join org_tree t on t.county_id = h.county_id and t.org_unit_id = d.org_unit_id
     where h.county_id = $1 and h.settled_at is null and ($2 = any(t.ancestors) or t.ancestors is null and exists (
         select from org_tree root where root.county_id = $1 and root.org_unit_id = $2 and root.parent_id is null))
       and ($3::text[] is null or h.edit_id = any($3::text[]))
     order by h.received_at, h.edit_id`,
    [countyId, scopeId, editIds],
  );
  return rows.map((row) => ({
    editId: row.edit_id,
    deviceId: row.device_id,
    userId: row.user_id,
    collection: row.collection,
    documentId: row.document_id,
    entry: row.entry,
    sentAt: row.sent_at,
    receivedAt: row.received_at,
    deviceName: row.device_name,
    userName: row.user_name,
  }));
}

export interface Settlement {
  readonly editId: string;
  readonly outcome: 'accepted' | 'conflicted' | 'discarded';
  /** null unless it was given up. */
  readonly reason: string | null;
}

/** @returns ids of those nobody had settled before */
export async function settleHeldEdits(
  tx: Queryable,
  countyId: string,
  settlements: readonly Settlement[],
  at: string,
  by: string,
): Promise<string[]> {
  const rows = await tx.query<{ edit_id: string }>(
    `update held_edits h set settled_at = $3, settled_by = $4, outcome = n."outcome", reason = n."reason"
     from json_to_recordset($2::json) as n ("editId" text, "outcome" text, "reason" text)
     where h.county_id = $1 and h.edit_id = n."editId" and h.settled_at is null
     returning h.edit_id`,
    [countyId, JSON.stringify(settlements), at, by],
  );
  return rows.map((row) => row.edit_id);
}
