/**
 * Small values that belong to this device and not to the register: how far it has read, who is logged in. They lie in
 * the same database as the documents, are seen by all windows, and are part of no backup file. What holds secrets is
 * sealed as a whole.
 */
import type { Sealer } from '@renderer/keys/sealer';
import { bytesOfText, textOfBytes } from '@renderer/platform/bytes-text';
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

/** As it lies on the disk. */
type Slot = { readonly value: Remembered } | { readonly sealed: string };
type SlotDocument = RxLocalDocument<unknown, Slot>;

/**
 * Opens the value of one name. Reading a name that was never written leaves no trace on the disk; what was written
 * before there was a sealer is sealed now.
 * @param sealer default: the value lies there as it is
 * @throws BrokenSeal when what is there was sealed with another key
 */
export async function openLocalMemory(
  database: RegisterDatabase,
  name: string,
  sealer: Sealer | null = null,
): Promise<LocalMemory> {
  const memory = new SlotMemory(database, name, slotSeal(name, sealer));
  await memory.start();
  if (sealer !== null && memory.isPlain) await memory.change((now) => now);
  return memory;
}

class SlotMemory implements LocalMemory {
  private current: Remembered = null;
  private height = 0;
  /** Something lies on the disk that is not sealed. */
  isPlain = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly database: RegisterDatabase,
    private readonly name: string,
    private readonly seal: SlotSeal,
  ) {}

  async start(): Promise<void> {
    this.database.eventBulks$.subscribe((bulk) => {
      if (!bulk.isLocal || bulk.collectionName !== undefined) return;
      for (const { documentId, documentData } of bulk.events) {
        // Nothing but `change` writes local documents of this database.
        const written = documentData as unknown as RxDocumentData<{ data: Slot }>;
        // One that does not open is another key's: checkKey refuses the register at its next start.
        if (documentId === this.name) this.take(written.data, written._rev).catch(() => {});
      }
    });
    const found = await this.database.getLocal<Slot>(this.name);
    if (found) await this.take(slotOf(found), found.revision);
  }

  readonly get = (): Remembered => this.current;

  readonly change = async (build: (now: Remembered) => Remembered): Promise<Remembered> => {
    const known = await this.database.getLocal<Slot>(this.name);
    const written = known ? await this.rewrite(known, build) : await this.insertFirst(build);
    const slot = slotOf(written);
    await this.take(slot, written.revision);
    return this.seal.open(slot);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same write is heard of twice, and another window's possibly late. */
  private async take(slot: Slot, revision: string): Promise<void> {
    const itsHeight = getHeightOfRevision(revision);
    if (itsHeight <= this.height) return;
    const value = await this.seal.open(slot);
    // Opening takes a moment, in which a later one may have come.
    if (itsHeight <= this.height) return;
    this.height = itsHeight;
    this.current = value;
    this.isPlain = 'value' in slot && slot.value !== null;
    for (const listener of [...this.listeners]) listener();
  }

  private rewrite(document: SlotDocument, build: (now: Remembered) => Remembered): Promise<SlotDocument> {
    return document.incrementalModify(async (slot) => this.seal.close(build(await this.seal.open(slot))));
  }

  private async insertFirst(build: (now: Remembered) => Remembered): Promise<SlotDocument> {
    try {
      return await this.database.insertLocal<Slot>(this.name, await this.seal.close(build(null)));
    } catch (error) {
      // Another window was first: build on what it wrote.
      const known = await this.database.getLocal<Slot>(this.name);
      if (known) return this.rewrite(known, build);
      throw error;
    }
  }
}

// `toJSON` of a local document gives its data under `data`; RxDB types it as the document itself.
const slotOf = (document: SlotDocument): Slot => (document.toJSON() as unknown as { data: Slot }).data;

interface SlotSeal {
  close(value: Remembered): Promise<Slot>;
  open(slot: Slot): Promise<Remembered>;
}

function slotSeal(name: string, sealer: Sealer | null): SlotSeal {
  const about = `memory/${name}`;
  return {
    async close(value) {
      if (sealer === null || value === null) return { value };
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      return { sealed: textOfBytes(await sealer.seal(bytes, about)) };
    },
    async open(slot) {
      if ('value' in slot) return slot.value;
      // checkKey lets nobody read a sealed register without its key.
      if (sealer === null) throw new Error(`${about} is sealed`);
      const bytes = await sealer.open(bytesOfText(slot.sealed), about);
      // What `close` made of the same type.
      return JSON.parse(new TextDecoder().decode(bytes)) as Remembered;
    },
  };
}
