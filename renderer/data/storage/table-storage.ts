/** One collection as pages to read, rows to write and changes to hear of. The only file that handles revisions. */

import type { Sealer } from '@renderer/keys/sealer';
import type { CollectionName } from '@shared/domain/collections';
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
import { type DocumentSeal, documentSeal, type Stored } from './sealed-documents';
import { reasonsAgainst } from './stored-check';

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
  /** Refused by the schema, or unreadable as it lies there: ids with the reasons. */
  readonly refused: readonly { readonly id: string; readonly reasons: string }[];
}

export interface TableStorage<D> {
  readPages(pageSize: number): AsyncGenerator<readonly StoredRow<D>[]>;
  /** These as they lie on the disk now; those that are not there, or do not open, are missing from the answer. */
  readRows(ids: readonly string[]): Promise<readonly StoredRow<D>[]>;
  /** Seals and checks the rows. @returns writes them as `write` does */
  prepare(rows: readonly WriteRow<D>[]): Promise<() => Promise<WriteOutcome<D>>>;
  /** One transaction. */
  write(rows: readonly WriteRow<D>[]): Promise<WriteOutcome<D>>;
  /** Takes documents removed for good off the disk, where they would stay as marks with all their content. */
  purge(): Promise<void>;
  /** Every write of this and of other tabs. @returns stops listening */
  subscribe(listener: (rows: readonly StoredRow<D>[]) => void): () => void;
  /** Documents read or heard of so far whose sealed part does not open. They stay on the disk, untouched. */
  readonly damagedIds: ReadonlySet<string>;
}

/** @param sealer null where the page cannot encrypt: documents are stored as they are */
export function tableStorageOf<D extends LedgerDocument>(
  collection: RxCollection<D>,
  sealer: Sealer | null,
): TableStorage<D> {
  // The database was made with the collections of the model, under their names.
  const name = collection.name as CollectionName;
  const seal = rememberingOwn(documentSeal<D>(name, sealer));
  const damagedIds = new Set<string>();
  const openRows = (all: readonly RxDocumentData<D>[]) => openAll(seal, all, damagedIds);
  const prepare: TableStorage<D>['prepare'] = async (rows) => {
    const prepared = await Promise.all(rows.map((row) => prepareRow(name, row, seal)));
    return () => writeRows(collection, prepared, seal);
  };
  return {
    readPages: (pageSize) => readPages(collection, pageSize, openRows),
    readRows: async (ids) => openRows(await collection.storageInstance.findDocumentsById([...ids], false)),
    prepare,
    write: async (rows) => (await prepare(rows))(),
    async purge() {
      while (!(await collection.storageInstance.cleanup(0)));
    },
    subscribe(listener) {
      // Opened one bulk after another: rows reach the listener in the order they were written.
      let last: Promise<void> = Promise.resolve();
      const subscription = collection.eventBulks$.subscribe((bulk) => {
        // Another tab's documents arrive as full data, like our own.
        const all = bulk.events.map((event) => event.documentData as RxDocumentData<D>);
        last = last.then(async () => listener(await openRows(all)));
      });
      return () => subscription.unsubscribe();
    },
    damagedIds,
  };
}

/** What this window sealed for a write is reported back to it at once: so many documents are known by their sealed text. */
const rememberedSeals = 1000;

/** Opening what was sealed a moment ago costs as much as sealing it. A sealed text is made once, so it names its document. */
function rememberingOwn<D>(seal: DocumentSeal<D>): DocumentSeal<D> {
  const own = new Map<string, D>();
  return {
    blank: seal.blank,
    async close(document) {
      const stored = await seal.close(document);
      if (stored.sealed === undefined) return stored;
      const [oldest] = own.size === rememberedSeals ? own.keys() : [];
      if (oldest !== undefined) own.delete(oldest);
      own.set(stored.sealed, document);
      return stored;
    },
    async open(stored) {
      const known = own.get(stored.sealed ?? '');
      own.delete(stored.sealed ?? '');
      return known ?? seal.open(stored);
    },
  };
}

/** Rows of what opens; the ids of what does not are added to `damagedIds`. */
async function openAll<D extends LedgerDocument>(
  seal: DocumentSeal<D>,
  all: readonly RxDocumentData<D>[],
  damagedIds: Set<string>,
): Promise<StoredRow<D>[]> {
  const rows = await Promise.all(
    all.map((data) =>
      openRow(seal, data).catch(() => {
        damagedIds.add(data.id);
        return null;
      }),
    ),
  );
  return rows.filter((row) => row !== null);
}

async function openRow<D extends LedgerDocument>(
  seal: DocumentSeal<D>,
  data: RxDocumentData<D>,
): Promise<StoredRow<D>> {
  const { _rev, _meta, _attachments, _deleted, ...stored } = data;
  // What remains after taking the envelope off is the document as it was stored.
  const document = _deleted ? null : await seal.open(stored as unknown as Stored<D>);
  return rowOf(data, document);
}

const rowOf = <D extends LedgerDocument>(
  { id, _rev, _meta, _attachments, _deleted }: RxDocumentData<D>,
  document: D | null,
): StoredRow<D> => ({
  id,
  document,
  envelope: { _rev, _meta, _attachments, _deleted },
  height: getHeightOfRevision(_rev),
});

/**
 * Pages along the index on `isPending`, the two halves one after the other: each page is one stretch of the
 * index. (By id alone every page would walk the whole table, and an index only for that would cost every write.)
 */
async function* readPages<D extends LedgerDocument>(
  collection: RxCollection<D>,
  pageSize: number,
  openRows: (all: readonly RxDocumentData<D>[]) => Promise<readonly StoredRow<D>[]>,
): AsyncGenerator<readonly StoredRow<D>[]> {
  for (const isPending of [true, false]) {
    let lastId = '';
    for (;;) {
      const documents = await readPage(collection, isPending, lastId, pageSize);
      if (documents.length > 0) yield await openRows(documents);
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

/** A row as the database takes it, or why it must not. */
type PreparedRow<D> = { readonly id: string; readonly next: D | null } & (
  | { readonly bulk: BulkWriteRow<D>; readonly reasons: null }
  | { readonly bulk: null; readonly reasons: string }
);

async function writeRows<D extends LedgerDocument>(
  collection: RxCollection<D>,
  prepared: readonly PreparedRow<D>[],
  seal: DocumentSeal<D>,
): Promise<WriteOutcome<D>> {
  const refused: { id: string; reasons: string }[] = [];
  const bulk: BulkWriteRow<D>[] = [];
  for (const row of prepared) {
    if (row.bulk === null) refused.push({ id: row.id, reasons: row.reasons });
    else bulk.push(row.bulk);
  }
  if (bulk.length === 0) return { written: [], conflicts: [], refused };
  const response = await collection.storageInstance.bulkWrite(bulk, 'register');
  const nextOf = new Map(prepared.map(({ id, next }) => [id, next]));
  const written = getWrittenDocumentsFromBulkWriteResponse('id', bulk, response).map((data) =>
    // Its plain state is at hand; opening it again would cost as much as sealing it.
    rowOf(data, nextOf.get(data.id) ?? null),
  );
  const conflicts: StoredRow<D>[] = [];
  for (const error of response.error) {
    const id = error.documentId;
    if (error.status === 409)
      await openRow(seal, error.documentInDb).then(
        (row) => conflicts.push(row),
        () => refused.push({ id, reasons: 'its sealed part does not open' }),
      );
    else refused.push({ id, reasons: `status ${error.status}` });
  }
  return { written, conflicts, refused };
}

async function prepareRow<D extends LedgerDocument>(
  collection: CollectionName,
  { previous, next }: WriteRow<D>,
  seal: DocumentSeal<D>,
): Promise<PreparedRow<D>> {
  const fresh: Envelope = {
    _rev: getDefaultRevision(),
    _meta: getDefaultRxDocumentMeta(),
    _attachments: {},
    _deleted: false,
  };
  const before = previous?.document ?? null;
  const document = next ?? before;
  if (!document) throw new Error('a write needs a document to save or to remove');
  const stored = await seal.close(document);
  // What is to go may be of any shape.
  const reasons = next === null ? null : reasonsAgainst(collection, stored);
  if (reasons !== null) return { id: document.id, next, bulk: null, reasons };
  const envelope = previous && before ? previous.envelope : fresh;
  const bulk = {
    ...(previous && before ? { previous: { ...seal.blank(before), ...previous.envelope } } : {}),
    document: { ...stored, ...envelope, _deleted: next === null },
  };
  return { id: document.id, next, bulk, reasons };
}
