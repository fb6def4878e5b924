/** What the county's tables hold, read beside the program. */
import type { Queryable } from '@server/db/database';
import type { CollectionName } from '@shared/domain/collections';
import type { AnsweredEdit } from '@shared/domain/edit';
import type { Plain } from '../model/apply-rules';

export interface StoredDocument {
  readonly collection: CollectionName;
  readonly id: string;
  readonly orgUnitId: string;
  readonly seq: number;
  readonly body: Plain;
}
export interface LoggedEdit {
  readonly editId: string;
  readonly orgUnitId: string;
  readonly height: number;
  readonly collection: string;
  readonly documentId: string;
  readonly outcome: 'accepted' | 'conflicted' | 'rejected';
  readonly hash: string;
  readonly previousHash: string;
}
export interface CountyState {
  readonly seq: number;
  readonly epoch: string;
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly log: readonly LoggedEdit[];
  readonly heldIds: ReadonlySet<string>;
}

export async function readCounty(on: Queryable, countyId: string): Promise<CountyState> {
  const documents = await on.query<Omit<StoredDocument, 'body'> & { body: Plain }>(
    `select collection, id, org_unit_id as "orgUnitId", seq, body from documents where county_id = $1`,
    [countyId],
  );
  const log = await on.query<LoggedEdit & Record<string, unknown>>(
    `select edit_id as "editId", org_unit_id as "orgUnitId", height, collection, document_id as "documentId", outcome,
       hash, previous_hash as "previousHash" from edits where county_id = $1 order by org_unit_id, height`,
    [countyId],
  );
  const held = await on.query<{ id: string }>('select edit_id as id from held_edits where county_id = $1', [
    countyId,
  ]);
  const [position] = await on.query<{ seq: number; epoch: string }>(
    `select last_number(c.county_id) as seq, e.epoch from counties c join epochs e using (county_id)
     where county_id = $1 order by e.ordinal desc limit 1`,
    [countyId],
  );
  if (!position) throw new Error('the county is gone');
  return {
    ...position,
    documents: new Map(documents.map((one) => [`${one.collection}/${one.id}`, one])),
    log,
    heldIds: new Set(held.map(({ id }) => id)),
  };
}

// The county alone writes bodies, and every body carries its history.
export const historyOf = ({ body }: StoredDocument): readonly AnsweredEdit[] =>
  body['history'] as readonly AnsweredEdit[];
