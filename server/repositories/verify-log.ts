/** What a check of the register against its log reads. */
import type { CollectionName } from '@shared/domain/collections';
import type { Queryable, Row } from '../db/database';
import type { DocumentKey, StoredDocument } from './documents';

/** An edit the county took, as its log says. */
export interface TakenEdit {
  readonly editId: string;
  readonly outcome: 'accepted' | 'conflicted';
  readonly seq: number;
  /** JSON of the pushed edit with its content. */
  readonly entry: string;
}
export interface LoggedDocument extends StoredDocument {
  readonly isDeleted: boolean;
  /** In the order in which the county took them. */
  readonly taken: readonly TakenEdit[];
}

interface LoggedRow extends Row {
  readonly collection: CollectionName;
  readonly id: string;
  readonly place_id: string;
  readonly seq: number;
  readonly is_deleted: boolean;
  readonly body: string;
  readonly taken: readonly TakenEdit[];
}

/** Documents with their taken edits, each as of one moment, ordered by key. @param after null = from the beginning */
export async function listLoggedDocuments(
  on: Queryable,
  countyId: string,
  after: DocumentKey | null,
  limit: number,
): Promise<LoggedDocument[]> {
  const rows = await on.query<LoggedRow>(
    `select d.collection, d.id, d.org_unit_id as place_id, d.seq, d.is_deleted, d.body::text as body, coalesce((
       select json_agg(json_build_object('editId', e.edit_id, 'outcome', e.outcome, 'seq', e.seq, 'entry', e.entry)
         order by e.seq, e.height)
       from edits e where e.county_id = d.county_id and e.collection = d.collection and e.document_id = d.id
         and e.outcome <> 'rejected'), '[]') as taken
     from documents d
     where d.county_id = $1 and (d.collection, d.id) > ($2, $3)
     order by d.collection, d.id limit $4`,
    [countyId, after?.collection ?? '', after?.id ?? '', limit],
  );
  return rows.map(({ place_id: placeId, is_deleted: isDeleted, ...row }) => ({ ...row, placeId, isDeleted }));
}

/**
 * Documents the log says were taken and that are neither here nor purged. A purge keeps the last state aside, of
 * conflicts only their numbers (server/repositories/purge.ts).
 */
export async function listLostDocuments(
  on: Queryable,
  countyId: string,
  limit: number,
): Promise<readonly DocumentKey[]> {
  return on.query<DocumentKey & Row>(
    `select e.collection, e.document_id as id from edits e
     where e.county_id = $1 and e.outcome <> 'rejected'
       and not exists (select from documents d
         where d.county_id = e.county_id and d.collection = e.collection and d.id = e.document_id)
       and not exists (select from purged_documents p
         where p.county_id = e.county_id and p.collection = e.collection and p.id = e.document_id)
     group by e.collection, e.document_id
     having e.collection <> 'conflicts'
       or max(e.seq) > (select horizon_seq from counties where county_id = $1)
     order by 1, 2 limit $2`,
    [countyId, limit],
  );
}

/** The county's counter and the highest number in use, as of one moment. */
export async function readCounter(
  on: Queryable,
  countyId: string,
): Promise<{ readonly counter: number; readonly highest: number }> {
  const [row] = await on.query<{ counter: number; highest: number }>(
    `select seq as counter, greatest(
       (select coalesce(max(seq), 0) from documents where county_id = $1),
       (select coalesce(max(seq), 0) from edits where county_id = $1)) as highest
     from counties where county_id = $1`,
    [countyId],
  );
  return row ?? { counter: 0, highest: 0 };
}
