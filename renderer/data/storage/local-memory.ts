/**
 * Small values that belong to this device and not to the register: how far it has read, who is logged in. They lie in
 * the same database as the documents, are seen by all windows, and are part of no backup file.
 */
import { getHeightOfRevision, type RxDocumentData, type RxLocalDocument } from 'rxdb';
import type { RegisterDatabase } from './open-database';

/** Plain data; the reader checks its shape. null = nothing was ever written. */
export type Remembered = Readonly<Record<string, unknown>> | null;

export interface LocalMemory {
  /** What was last written in any window. */
  get(): Remembered;
  /** One atomic write, built on what is there. @returns what is there afterwards */
  change(build: (now: Remembered) => Remembered): Promise<Remembered>;
  /** @returns stops listening */
  subscribe(listener: () => void): () => void;
}

interface Slot {
  readonly value: Remembered;
}

/** Opens the value of one name. Reading a name that was never written leaves no trace on the disk. */
export async function openLocalMemory(database: RegisterDatabase, name: string): Promise<LocalMemory> {
  let current: Remembered = null;
  let height = 0;
  const listeners = new Set<() => void>();
  /** The same write is heard of twice, and another window's possibly late. */
  const take = (value: Remembered, revision: string) => {
    const itsHeight = getHeightOfRevision(revision);
    if (itsHeight <= height) return;
    height = itsHeight;
    current = value;
    for (const listener of [...listeners]) listener();
  };
  database.eventBulks$.subscribe((bulk) => {
    if (!bulk.isLocal || bulk.collectionName !== undefined) return;
    for (const { documentId, documentData } of bulk.events) {
      // Nothing but `change` writes local documents of this database.
      const written = documentData as unknown as RxDocumentData<{ data: Slot }>;
      if (documentId === name) take(written.data.value, written._rev);
    }
  });
  const found = await database.getLocal<Slot>(name);
  if (found) take(rememberedBy(found), found.revision);
  return {
    get: () => current,
    async change(build) {
      const known = await database.getLocal<Slot>(name);
      const written = known ? await rewrite(known, build) : await insertFirst(database, name, build);
      take(rememberedBy(written), written.revision);
      return rememberedBy(written);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type SlotDocument = RxLocalDocument<unknown, Slot>;
// `toJSON` of a local document gives its data under `data`; RxDB types it as the document itself.
const rememberedBy = (document: SlotDocument): Remembered =>
  (document.toJSON() as unknown as { data: Slot }).data.value;

const rewrite = (document: SlotDocument, build: (now: Remembered) => Remembered) =>
  document.incrementalModify(({ value }) => ({ value: build(value) }));

async function insertFirst(
  database: RegisterDatabase,
  name: string,
  build: (now: Remembered) => Remembered,
): Promise<SlotDocument> {
  try {
    return await database.insertLocal<Slot>(name, { value: build(null) });
  } catch (error) {
    // Another window was first: build on what it wrote.
    const known = await database.getLocal<Slot>(name);
    if (known) return rewrite(known, build);
    throw error;
  }
}
