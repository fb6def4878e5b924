/** A collection in memory, kept equal to the database by the changes it reports. */
import type { LedgerDocument } from '@shared/domain/document';
import { breathe } from './breathe';
import type { LiveTable } from './register-store';
import type { StoredRow, TableStorage, WriteOutcome, WriteRow } from './storage/table-storage';

/** The table with what only the store may do. */
export interface WritableTable<D> extends LiveTable<D> {
  /** The row a write has to build on; null = no such document. */
  rowOf(id: string): StoredRow<D> | null;
  /** Seals what is to be written. @returns writes it as `write` does */
  prepare(rows: readonly WriteRow<D>[]): Promise<() => Promise<WriteOutcome<D>>>;
  /** Writes in one transaction; what was written is in the table when this resolves. */
  write(rows: readonly WriteRow<D>[]): Promise<WriteOutcome<D>>;
  /** Takes documents that a write removed off the disk. */
  purge(): Promise<void>;
  /** Removes every document for good, from the disk too. */
  clear(): Promise<void>;
  /** Everything as it lies on the disk now, page by page. */
  readAnew(): AsyncGenerator<readonly StoredRow<D>[]>;
  /** These as they lie on the disk now; those that are not there, or do not open, are missing from the answer. */
  readRows(ids: readonly string[]): Promise<readonly StoredRow<D>[]>;
  /** Documents on the disk whose sealed part does not open; they are in none of the lists. */
  readonly damagedIds: ReadonlySet<string>;
  /** Stops following the database. */
  close(): void;
}

/** Rows read between two breaths of the page while the table is filled. */
const pageSize = 1000;

export interface LiveTableOptions<D> {
  /** Told after each page how many documents it brought. */
  readonly onLoaded?: (count: number) => void;
  /** Told what is about to be removed for good; should it fail, nothing is removed. */
  readonly beforeRemoval?: (rows: readonly StoredRow<D>[]) => Promise<void>;
}

export async function openLiveTable<D extends LedgerDocument>(
  storage: TableStorage<D>,
  { onLoaded = () => {}, beforeRemoval = () => Promise.resolve() }: LiveTableOptions<D> = {},
): Promise<WritableTable<D>> {
  const rows = createRows<D>();
  // Listens before the first page is read: a change made meanwhile in another tab must not fall between.
  const stop = storage.subscribe(rows.apply);
  for await (const page of storage.readPages(pageSize)) {
    rows.apply(page);
    onLoaded(page.length);
  }
  const prepare = async (batch: readonly WriteRow<D>[]) => {
    const write = await storage.prepare(batch);
    return async () => {
      const going = batch.flatMap(({ previous, next }) => (next === null && previous ? [previous] : []));
      if (going.length > 0) await beforeRemoval(going);
      const outcome = await write();
      // The change stream brings the same rows, but not necessarily before the caller goes on.
      rows.apply([...outcome.written, ...outcome.conflicts]);
      return outcome;
    };
  };
  return {
    readAnew: () => storage.readPages(pageSize),
    readRows: storage.readRows,
    all: rows.all,
    allIncludingDeleted: rows.allIncludingDeleted,
    get: (id) => {
      const document = rows.find(id)?.document;
      return document && document.deletedAt === null ? document : undefined;
    },
    getIncludingDeleted: (id) => rows.find(id)?.document ?? undefined,
    get version() {
      return rows.version();
    },
    subscribe: rows.subscribe,
    rowOf: (id) => rows.find(id) ?? null,
    prepare,
    write: async (batch) => (await prepare(batch))(),
    purge: storage.purge,
    damagedIds: storage.damagedIds,
    clear: () => clearRows(rows, storage, beforeRemoval),
    close: stop,
  };
}

/** Documents removed in one transaction; longer ones block the page noticeably. */
const removedAtOnce = 250;

async function clearRows<D extends LedgerDocument>(
  rows: ReturnType<typeof createRows<D>>,
  storage: TableStorage<D>,
  beforeRemoval: (all: readonly StoredRow<D>[]) => Promise<void>,
): Promise<void> {
  const all = rows.allIncludingDeleted().flatMap((document) => rows.find(document.id) ?? []);
  if (all.length > 0) await beforeRemoval(all);
  for (let start = 0; start < all.length; start += removedAtOnce) {
    const part = all.slice(start, start + removedAtOnce).map((previous) => ({ previous, next: null }));
    const outcome = await storage.write(part);
    rows.apply(outcome.written);
    await breathe();
  }
  await storage.purge();
}

/** After a removal for good the count of writes begins anew; then only the time tells which state is later. */
const isNewer = <D>(row: StoredRow<D>, known: StoredRow<D>): boolean =>
  known.document === null ? row.envelope._meta.lwt > known.envelope._meta.lwt : row.height > known.height;

function createRows<D extends LedgerDocument>() {
  // Rows removed for good stay as envelopes, so that a late report of an older state cannot bring them back.
  const byId = new Map<string, StoredRow<D>>();
  const listeners = new Set<(changedIds: ReadonlySet<string>) => void>();
  let version = 0;
  let every: { version: number; documents: readonly D[] } | null = null;
  let live: { version: number; documents: readonly D[] } | null = null;

  const allIncludingDeleted = (): readonly D[] => {
    if (every?.version !== version) {
      const documents: D[] = [];
      for (const row of byId.values()) if (row.document) documents.push(row.document);
      every = { version, documents };
    }
    return every.documents;
  };
  return {
    find: (id: string) => byId.get(id),
    version: () => version,
    allIncludingDeleted,
    all(): readonly D[] {
      if (live?.version !== version)
        live = { version, documents: allIncludingDeleted().filter((one) => one.deletedAt === null) };
      return live.documents;
    },
    /** Takes rows that are newer than what is known; tells listeners once. */
    apply(rows: readonly StoredRow<D>[]): void {
      const changed = new Set<string>();
      for (const row of rows) {
        const known = byId.get(row.id);
        if (known && !isNewer(row, known)) continue;
        byId.set(row.id, row);
        changed.add(row.id);
      }
      if (changed.size === 0) return;
      version += 1;
      for (const listener of [...listeners]) listener(changed);
    },
    subscribe(listener: (changedIds: ReadonlySet<string>) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
