/**
 * What a restore lays down before it empties the register, in a small database of its own: the register as it was, and as
 * it shall be. Taken away when the restore is finished; found at a start, it says that one was cut off, and either of the
 * two can still be written whole.
 */
import type { Bytes, Sealer } from '@renderer/keys/sealer';
import { createKeyValueStore } from '@renderer/platform/key-value-store';
import { collectionNames, type Register } from '@shared/domain/collections';
import { instant } from '@shared/domain/values';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { z } from 'zod';
import { backupPieces, countOf, readBackup } from '../backup';
import { type JournaledEdit, journaledEdit } from '../journal/journal-lines';
import type { Remembered } from '../storage/local-memory';
import { gunzip, gzipOf } from './packed-text';

/** In the open: figures and times, nothing of anybody. */
const stageFacts = z.object({
  startedAt: instant,
  /** Instant the backup that is restored was made. */
  backupMadeAt: instant,
  /** Documents of the register as it was and as it shall be, deleted ones included. */
  beforeCount: z.int(),
  afterCount: z.int(),
  /** Documents that held work the county has not got. */
  unsentCount: z.int(),
  /** Whether there is a county it waits for. */
  isLinked: z.boolean(),
});
export type StageFacts = z.infer<typeof stageFacts>;

/** Which of the two registers. */
export type Side = 'before' | 'after';

export interface StagedRestore {
  readonly startedAt: string;
  readonly backupMadeAt: string;
  readonly before: Register;
  readonly after: Register;
  readonly memory: StagedMemory;
}

/** What goes along with either register. */
export interface StagedMemory {
  /** What sync remembers. */
  readonly county: Remembered;
  /** Edits of the journal that found no document yet. */
  readonly leftEdits: readonly JournaledEdit[];
}

export interface OpenedStage {
  readonly register: Register;
  readonly memory: StagedMemory;
}

export interface RestoreStage {
  /** null: no restore was cut off. `damaged`: one was, and no more can be said; either register may still be whole. */
  facts(): Promise<StageFacts | 'damaged' | null>;
  /** Resolves when all of it is on the disk. @param sealer null: it lies there as the register does, in the open */
  lay(restore: StagedRestore, sealer: Sealer | null): Promise<void>;
  open(side: Side, sealer: Sealer | null): Promise<OpenedStage | { readonly problem: Problem }>;
  remove(): Promise<void>;
}

/** A damaged part is an empty one: it does not open, and takes nothing else along. */
const part = z.instanceof(Uint8Array).catch(() => new Uint8Array());
const laid = z.object({
  facts: stageFacts.nullable().catch(null),
  isSealed: z.boolean(),
  before: part,
  after: part,
  memory: part,
});
const stagedMemory = z.object({
  county: z.record(z.string(), z.unknown()).nullable(),
  leftEdits: z.array(journaledEdit),
});

/** One restore at a time: there is one name. */
const key = 'restore';

/** @param databaseName of the register it belongs to */
export function restoreStageOf(databaseName: string): RestoreStage {
  const store = createKeyValueStore(`${databaseName}-restore`, 'stage');
  return {
    async facts() {
      try {
        const found = await store.get(key);
        return found === undefined ? null : (laid.safeParse(found).data?.facts ?? 'damaged');
      } catch (error) {
        if (isDamage(error)) return 'damaged';
        throw error;
      }
    },
    async lay(restore, sealer) {
      const pack = (side: Side) =>
        packed(backupPieces(restore[side], restore.startedAt), sealer, aboutOf(side));
      const value: z.infer<typeof laid> = {
        facts: factsOf(restore),
        isSealed: sealer !== null,
        before: await pack('before'),
        after: await pack('after'),
        memory: await packed([JSON.stringify(restore.memory)], sealer, aboutOf('memory')),
      };
      await store.put(key, value);
    },
    async open(side, sealer) {
      try {
        const stage = laid.parse(await store.get(key));
        const by = stage.isSealed ? sealer : null;
        const read = readBackup(await unpacked(stage[side], by, aboutOf(side)));
        if ('problem' in read) return read;
        const memory: unknown = JSON.parse(await unpacked(stage.memory, by, aboutOf('memory')));
        return { register: read.backup.register, memory: stagedMemory.parse(memory) };
      } catch {
        return { problem: backupProblems.stageBroken({}) };
      }
    },
    remove: () => store.delete(key),
  };
}

/** What Chromium says of a value whose file it has lost; anything else may pass with the next try. */
const isDamage = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'DataError' || error.name === 'NotReadableError');

const factsOf = ({ startedAt, backupMadeAt, before, after, memory }: StagedRestore): StageFacts => ({
  startedAt,
  backupMadeAt,
  beforeCount: countOf(before),
  afterCount: countOf(after),
  unsentCount: collectionNames.reduce(
    (sum, name) => sum + before[name].filter(({ isPending }) => isPending).length,
    0,
  ),
  isLinked: memory.county !== null,
});

const aboutOf = (part: Side | 'memory'): string => `restore/${part}`;

async function packed(pieces: Iterable<string>, sealer: Sealer | null, about: string): Promise<Bytes> {
  const bytes = await gzipOf(pieces);
  return sealer === null ? bytes : sealer.seal(bytes, about);
}

/** @throws where it does not open */
async function unpacked(bytes: Uint8Array, sealer: Sealer | null, about: string): Promise<string> {
  // What `packed` made of this very type.
  const laidDown = bytes as Bytes;
  return gunzip(sealer === null ? laidDown : await sealer.open(laidDown, about));
}
