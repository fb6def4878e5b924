/** The least a database can do for the same rows: one plain statement per table and transaction, nothing judged. */
import type { Database } from '@server/db/database';
import type { PulledItem, PushedEdit } from '@shared/sync/messages';
import { openPlace, type Places } from './bench-county';

const countyId = 'plain';
const noHash = '0'.repeat(64);

const insertDocuments = `
  insert into documents (county_id, collection, id, org_unit_id, seq, is_deleted, body)
  select $1, collection, id, place, seq, false, body::json
  from json_to_recordset($2::json) as t (collection text, id text, place text, seq bigint, body text)`;
const updateDocuments = `
  update documents d set seq = n.seq, body = n.body::json
  from json_to_recordset($2::json) as n (collection text, id text, seq bigint, body text)
  where d.county_id = $1 and d.collection = n.collection and d.id = n.id`;
const insertEdits = `
  insert into edits (county_id, edit_id, org_unit_id, height, collection, document_id, outcome, seq, user_id, device_id,
    sent_at, received_at, entry, answer, previous_hash, hash, refused_to)
  select $1, edit_id, 'place', height, collection, id, 'accepted', 1, 'user', 'device', now(), now(), entry, '{}',
    '${noHash}', '${noHash}', ''
  from json_to_recordset($2::json) as t (edit_id text, height bigint, collection text, id text, entry text)`;
const selectPage = `
  select body::text as body from documents
  where county_id = $1 and org_unit_id = any($2::text[]) and seq > $3 order by seq limit $4`;

export class PlainCounty {
  #height = 0;

  private constructor(private readonly database: Database) {}

  /** @param items documents it begins with */
  static async open(places: Places, items: readonly PulledItem[]): Promise<PlainCounty> {
    const database = await openPlace(await places.fresh());
    await database.query(`insert into counties (county_id, name, created_at) values ($1, 'plain', now())`, [
      countyId,
    ]);
    for (let start = 0; start < items.length; start += 1000)
      await database.query(insertDocuments, [countyId, rowsOf(items.slice(start, start + 1000))]);
    await database.runScript('analyze');
    return new PlainCounty(database);
  }

  /** What one push leaves behind: the documents as they are then, and a row for every edit. */
  async write(edits: readonly PushedEdit[], documents: readonly PulledItem[]): Promise<void> {
    const entries = edits.map((pushed) => ({
      edit_id: pushed.edit.editId,
      height: ++this.#height,
      collection: pushed.collection,
      id: pushed.documentId,
      entry: JSON.stringify(pushed),
    }));
    await this.database.transaction(async (tx) => {
      await tx.query(updateDocuments, [countyId, rowsOf(documents)]);
      await tx.query(insertEdits, [countyId, JSON.stringify(entries)]);
      await tx.query('update counties set seq = seq + $2 where county_id = $1', [countyId, documents.length]);
    });
  }

  /** @returns what was read, as one text */
  async read(placeIds: readonly string[], since: number, limit: number): Promise<string> {
    const rows = await this.database.query<{ readonly body: string }>(selectPage, [
      countyId,
      placeIds,
      since,
      limit,
    ]);
    return rows.map(({ body }) => body).join(',');
  }

  close = (): Promise<void> => this.database.close();
}

const rowsOf = (items: readonly PulledItem[]): string =>
  JSON.stringify(
    items.map(({ collection, id, seq, document }) => {
      return { collection, id, seq, place: document?.['orgUnitId'], body: JSON.stringify(document) };
    }),
  );
