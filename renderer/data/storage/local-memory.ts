/**
 * Small values that belong to this device and not to the register: how far it has read, who is logged in. They lie in
 * the same database as the documents, are seen by all windows, and are part of no backup file. What holds secrets is
 * sealed as a whole.
 */
import type { Sealer } from '@renderer/keys/sealer';
import { getHeightOfRevision, type RxDocumentData } from 'rxdb';
import { type LocalSlot, localSlot, type Remembered, type Slot } from './local-slot';
import type { RegisterDatabase } from './open-database';

export type { Remembered } from './local-slot';

export interface LocalMemory {
  /** What was last written in any window. */
  get(): Remembered;
  /** One atomic write, built on what is there. @returns what is there afterwards */
  change(build: (now: Remembered) => Remembered): Promise<Remembered>;
  /** @returns stops listening */
  subscribe(listener: () => void): () => void;
}

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
  const memory = new SlotMemory(database, name, localSlot(database, name, sealer));
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
    private readonly slot: LocalSlot,
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
    const found = await this.slot.find();
    if (found) await this.take(found.slot, found.revision);
  }

  readonly get = (): Remembered => this.current;

  readonly change = async (build: (now: Remembered) => Remembered): Promise<Remembered> => {
    const { slot, revision } = await this.slot.change(build);
    await this.take(slot, revision);
    return this.slot.open(slot);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same write is heard of twice, and another window's possibly late. */
  private async take(slot: Slot, revision: string): Promise<void> {
    const itsHeight = getHeightOfRevision(revision);
    if (itsHeight <= this.height) return;
    const value = await this.slot.open(slot);
    // Opening takes a moment, in which a later one may have come.
    if (itsHeight <= this.height) return;
    this.height = itsHeight;
    this.current = value;
    this.isPlain = 'value' in slot && slot.value !== null;
    for (const listener of [...this.listeners]) listener();
  }
}
