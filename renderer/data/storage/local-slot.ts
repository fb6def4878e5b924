/** One small value under a name in the database of the register, sealed where the page can. */
import type { Sealer } from '@renderer/keys/sealer';
import { bytesOfText, textOfBytes } from '@renderer/platform/bytes-text';
import type { RxLocalDocument } from 'rxdb';
import type { RegisterDatabase } from './open-database';

/** Plain data; the reader checks its shape. null = nothing was ever written. */
export type Remembered = Readonly<Record<string, unknown>> | null;

/** As it lies on the disk. */
export type Slot = { readonly value: Remembered } | { readonly sealed: string };
type SlotDocument = RxLocalDocument<unknown, Slot>;

export interface LocalSlot {
  /** As it lies there, with its revision; null = never written. */
  find(): Promise<{ readonly slot: Slot; readonly revision: string } | null>;
  /** @throws BrokenSeal */
  open(slot: Slot): Promise<Remembered>;
  /**
   * One atomic write, built on what is there.
   * @param build asked again when another window was faster
   */
  change(
    build: (now: Remembered) => Remembered | Promise<Remembered>,
  ): Promise<{ readonly slot: Slot; readonly revision: string }>;
}

/** @param sealer null: the value lies there as it is */
export function localSlot(database: RegisterDatabase, name: string, sealer: Sealer | null): LocalSlot {
  const seal = slotSeal(name, sealer);
  const rewrite = (document: SlotDocument, build: Parameters<LocalSlot['change']>[0]) =>
    document.incrementalModify(async (slot) => seal.close(await build(await seal.open(slot))));
  const write = async (build: Parameters<LocalSlot['change']>[0]): Promise<SlotDocument> => {
    const known = await database.getLocal<Slot>(name);
    if (known) return rewrite(known, build);
    try {
      return await database.insertLocal<Slot>(name, await seal.close(await build(null)));
    } catch (error) {
      // Another window was first: build on what it wrote.
      const theirs = await database.getLocal<Slot>(name);
      if (theirs) return rewrite(theirs, build);
      throw error;
    }
  };
  return {
    async find() {
      const found = await database.getLocal<Slot>(name);
      return found && { slot: slotOf(found), revision: found.revision };
    },
    open: seal.open,
    async change(build) {
      const written = await write(build);
      return { slot: slotOf(written), revision: written.revision };
    },
  };
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
