/** One collection as pages to read, rows to write and changes to hear of. The only file that handles revisions. */
import type { LedgerDocument } from '@shared/domain/document';
import {
  type BulkWriteRow,
  getDefaultRevision,
  getDefaultRxDocumentMeta,
  getHeightOfRevision,
  getWrittenDocumentsFromBulkWriteResponse,
  normalizeMangoQuery,
  prepareQuery,
  type RxCollection,
  type RxDocumentData,
} from 'rxdb';

/** What the database keeps about a document beside its fields. */
export type Envelope = Pick<RxDocumentData<object>, '_rev' | '_meta' | '_attachments' | '_deleted'>;

/** A document as it was last read or written. `document` null = removed for good. */
export interface StoredRow<D> {
  readonly id: string;
  readonly document: D | null;
  readonly envelope: Envelope;
  /** Grows with every write of this document in any tab: the later of two states has the greater one. */
  readonly height: number;
}

export interface WriteRow<D> {
  /** The row the write builds on; null = there is none yet. */
  readonly previous: StoredRow<D> | null;
  /** null removes the document for good. */
  readonly next: D | null;
}

export interface WriteOutcome<D> {
  readonly written: readonly StoredRow<D>[];
  /** Rows somebody else wrote in between, as they are now: build on them and write again. */
  readonly conflicts: readonly StoredRow<D>[];
  /** Refused by the schema: ids with the reasons. */
  readonly refused: readonly { readonly id: string; readonly reasons: string }[];
}

export interface TableStorage<D> {
  readPages(pageSize: number): AsyncGenerator<readonly StoredRow<D>[]>;
  /** One transaction. */
  write(rows: readonly WriteRow<D>[]): Promise<WriteOutcome<D>>;
  /** Takes documents removed for good off the disk, where they would stay as marks with all their content. */
  purge(): Promise<void>;
  /** Every write of this and of other tabs. @returns stops listening */
  subscribe(listener: (rows: readonly StoredRow<D>[]) => void): () => void;
}

export function tableStorageOf<D extends LedgerDocument>(collection: RxCollection<D>): TableStorage<D> {
  return {
    readPages: (pageSize) => readPages(collection, pageSize),
    write: (rows) => writeRows(collection, rows),
    async purge() {
      while (!(await collection.storageInstance.cleanup(0)));
    },
    subscribe(listener) {
      const subscription = collection.eventBulks$.subscribe((bulk) =>
        // Another tab's documents arrive as full data, like our own.
        listener(bulk.events.map((event) => storedRow(event.documentData as RxDocumentData<D>))),
      );
      return () => subscription.unsubscribe();
    },
  };
}

function storedRow<D extends LedgerDocument>(data: RxDocumentData<D>): StoredRow<D> {
  const { _rev, _meta, _attachments, _deleted, ...document } = data;
  return {
    id: data.id,
    // What remains after taking the envelope off is the document the schema describes.
    document: _deleted ? null : (document as unknown as D),
    envelope: { _rev, _meta, _attachments, _deleted },
    height: getHeightOfRevision(_rev),
  };
}

/**
 * Pages along the index on `isPending`, the two halves one after the other: each page is one stretch of the
 * index. (By id alone every page would walk the whole table, and an index only for that would cost every write.)
 */
async function* readPages<D extends LedgerDocument>(
  collection: RxCollection<D>,
  pageSize: number,
): AsyncGenerator<readonly StoredRow<D>[]> {
  for (const isPending of [true, false]) {
    let lastId = '';
    for (;;) {
      const documents = await readPage(collection, isPending, lastId, pageSize);
      if (documents.length > 0) yield documents.map(storedRow);
      const last = documents.at(-1);
      if (!last || documents.length < pageSize) break;
      lastId = last.id;
    }
  }
}

async function readPage<D extends LedgerDocument>(
  { storageInstance }: RxCollection<D>,
  isPending: boolean,
  lastId: string,
  limit: number,
): Promise<RxDocumentData<D>[]> {
  const query = {
    selector: { _deleted: { $eq: false }, isPending: { $eq: isPending }, id: { $gt: lastId } },
    sort: [{ id: 'asc' }],
    index: ['_deleted', 'isPending', 'id'],
    limit,
    skip: 0,
  };
  const { schema } = storageInstance;
  // The query type cannot see through a generic document to its own fields.
  const prepared = prepareQuery(schema, normalizeMangoQuery(schema, query as object));
  return (await storageInstance.query(prepared)).documents;
}

async function writeRows<D extends LedgerDocument>(
  collection: RxCollection<D>,
  rows: readonly WriteRow<D>[],
): Promise<WriteOutcome<D>> {
  const bulk = rows.map(bulkWriteRow);
  const response = await collection.storageInstance.bulkWrite(bulk, 'register');
  const written = getWrittenDocumentsFromBulkWriteResponse('id', bulk, response);
  const conflicts: StoredRow<D>[] = [];
  const refused: { id: string; reasons: string }[] = [];
  for (const error of response.error) {
    if (error.status === 409) conflicts.push(storedRow(error.documentInDb));
    else
      refused.push({
        id: error.documentId,
        reasons: error.status === 422 ? JSON.stringify(error.validationErrors) : `status ${error.status}`,
      });
  }
  return { written: written.map(storedRow), conflicts, refused };
}

function bulkWriteRow<D extends LedgerDocument>({ previous, next }: WriteRow<D>): BulkWriteRow<D> {
  const fresh: Envelope = {
    _rev: getDefaultRevision(),
    _meta: getDefaultRxDocumentMeta(),
    _attachments: {},
    _deleted: false,
  };
  const document = next ?? previous?.document;
  if (!document) throw new Error('a write needs a document to save or to remove');
  return {
    ...(previous?.document ? { previous: { ...previous.document, ...previous.envelope } } : {}),
    document: { ...document, ...(previous?.document ? previous.envelope : fresh), _deleted: next === null },
  };
}
