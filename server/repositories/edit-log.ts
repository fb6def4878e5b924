/** The log of answered edits: what is known, and the chain every org unit's rows hang on (HIST-2). */
import type { EditAnswer } from '@shared/sync/messages';
import type { Queryable, Row } from '../db/database';
import type { DocumentKey } from './documents';

export interface KnownAnswer {
  readonly editId: string;
  readonly answer: EditAnswer;
}

/** PUSH-2: answers given before to anybody, and refusals given to this person. */
export async function listAnswers(
  on: Queryable,
  countyId: string,
  editIds: readonly string[],
  userId: string,
): Promise<KnownAnswer[]> {
  const rows = await on.query<{ edit_id: string; answer: string }>(
    `select edit_id, answer::text as answer from edits
     where county_id = $1 and edit_id = any($2::text[]) and refused_to in ('', $3)
     order by refused_to desc`,
    [countyId, editIds, userId],
  );
  // Only this program writes answers; an answer for everybody comes last and wins in a map.
  return rows.map((row) => ({ editId: row.edit_id, answer: JSON.parse(row.answer) as EditAnswer }));
}

export interface ChainHead {
  readonly placeId: string;
  readonly height: number;
  readonly hash: string;
}

/** Locks the ends of the chains, always in the same order. A chain without rows has no head yet. */
export async function lockChainHeads(
  tx: Queryable,
  countyId: string,
  placeIds: readonly string[],
): Promise<ChainHead[]> {
  const rows = await tx.query<{ org_unit_id: string; height: number; hash: string }>(
    `select org_unit_id, height, hash from chain_heads
     where county_id = $1 and org_unit_id = any($2::text[]) order by org_unit_id for update`,
    [countyId, placeIds],
  );
  return rows.map((row) => ({ placeId: row.org_unit_id, height: row.height, hash: row.hash }));
}

export async function listChainHeads(on: Queryable, countyId: string): Promise<ChainHead[]> {
  const rows = await on.query<{ org_unit_id: string; height: number; hash: string }>(
    'select org_unit_id, height, hash from chain_heads where county_id = $1 order by org_unit_id',
    [countyId],
  );
  return rows.map((row) => ({ placeId: row.org_unit_id, height: row.height, hash: row.hash }));
}

/** Org units whose rows have lost their head. */
export async function listChainsWithoutHead(on: Queryable, countyId: string): Promise<string[]> {
  const rows = await on.query<{ org_unit_id: string }>(
    `select distinct org_unit_id from edits e where county_id = $1 and not exists (
       select from chain_heads h where h.county_id = e.county_id and h.org_unit_id = e.org_unit_id)
     order by org_unit_id`,
    [countyId],
  );
  return rows.map((row) => row.org_unit_id);
}

/** A row of the log. Instants are ISO text with milliseconds, as the digest needs them. */
export interface LogEntry {
  readonly editId: string;
  readonly placeId: string;
  readonly height: number;
  readonly collection: string;
  readonly documentId: string;
  readonly outcome: 'accepted' | 'conflicted' | 'rejected';
  /** Number of the document after it; null for rejected edits. */
  readonly seq: number | null;
  readonly userId: string;
  readonly deviceId: string;
  readonly sentAt: string;
  readonly receivedAt: string;
  /** Canonical JSON of the pushed edit with its content. */
  readonly entry: string;
  /** JSON of the answer. */
  readonly answer: string;
  readonly refusedTo: string;
  readonly previousHash: string;
  readonly hash: string;
}
interface LogRow extends Row {
  readonly edit_id: string;
  readonly org_unit_id: string;
  readonly height: number;
  readonly collection: string;
  readonly document_id: string;
  readonly outcome: LogEntry['outcome'];
  readonly seq: number | null;
  readonly user_id: string;
  readonly device_id: string;
  readonly sent_at: string;
  readonly received_at: string;
  readonly entry: string;
  readonly answer: string;
  readonly refused_to: string;
  readonly previous_hash: string;
  readonly hash: string;
}
const entryColumns = `edit_id, org_unit_id, height, collection, document_id, outcome, seq, user_id, device_id,
  sent_at, received_at, entry, answer::text as answer, refused_to, previous_hash, hash`;
const toEntry = (row: LogRow): LogEntry => ({
  editId: row.edit_id,
  placeId: row.org_unit_id,
  height: row.height,
  collection: row.collection,
  documentId: row.document_id,
  outcome: row.outcome,
  seq: row.seq,
  userId: row.user_id,
  deviceId: row.device_id,
  sentAt: new Date(row.sent_at).toISOString(),
  receivedAt: new Date(row.received_at).toISOString(),
  entry: row.entry,
  answer: row.answer,
  refusedTo: row.refused_to,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** The chain of one org unit above a height, lowest first. */
export async function listChain(
  on: Queryable,
  countyId: string,
  placeId: string,
  aboveHeight: number,
  limit: number,
): Promise<LogEntry[]> {
  const rows = await on.query<LogRow>(
    `select ${entryColumns} from edits
     where county_id = $1 and org_unit_id = $2 and height > $3 order by height limit $4`,
    [countyId, placeId, aboveHeight, limit],
  );
  return rows.map(toEntry);
}

/** With the name of who sent it; null when that person is no longer known. */
export type AttributedEntry = LogEntry & { readonly userName: string | null };

/** Every answered edit of one document, oldest first. */
export async function listEditsOfDocument(
  on: Queryable,
  countyId: string,
  { collection, id }: DocumentKey,
): Promise<AttributedEntry[]> {
  const rows = await on.query<LogRow & { user_name: string | null }>(
    `select ${entryColumns}, (
       select u.name from users u where u.county_id = edits.county_id and u.user_id = edits.user_id) as user_name
     from edits where county_id = $1 and collection = $2 and document_id = $3 order by received_at, seq, height`,
    [countyId, collection, id],
  );
  return rows.map((row) => ({ ...toEntry(row), userName: row.user_name }));
}
