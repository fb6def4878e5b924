/**
 * A backup takes the place of the register. Whatever cuts it off, one of the two is written whole in the end: both are laid
 * down before anything is removed (backups/restore-stage.ts), and the next start asks which.
 */
import type { Sealer } from '@renderer/keys/sealer';
import { collectionNames, type Register } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { type Backup, countOf } from './backup';
import { type RestoreStage, restoreStageOf, type Side, type StagedRestore } from './backups/restore-stage';
import { carryMemory, releaseHeld } from './county/replaced-register';
import { createEditJournal } from './journal/edit-journal';
import type { JournalFile } from './journal/journal-file';
import type { Present, RegisterStore } from './register-store';
import type { Remembered } from './storage/local-memory';
import { openDatabase, type Storage } from './storage/open-database';
import { tableStorageOf } from './storage/table-storage';
import { withUnsentWork } from './unsent-work';

export interface RestoreTarget {
  /** Name of the local database. */
  readonly name: string;
  readonly storage: Storage;
  /** What the register is sealed with; default: nothing. */
  readonly sealer?: Sealer;
}

export type OnProgress = (doneCount: number, totalCount: number) => void;

export interface RestoreOptions {
  /** Edits the county has not got go on waiting, on top of the backup. Default: they are given up. */
  readonly isUnsentKept?: boolean;
  readonly onProgress?: OnProgress;
}

/**
 * Replaces the whole register. The store is closed afterwards, whatever happens: open it anew.
 * @returns null when done
 */
export async function restoreBackup(
  store: RegisterStore,
  backup: Backup,
  target: RestoreTarget,
  { isUnsentKept = false, onProgress = () => {} }: RestoreOptions = {},
): Promise<Problem | null> {
  const stage = restoreStageOf(target.name);
  const laid: Laid = { restore: null };
  const beforehand = async (present: Present) => {
    const { register: before, ...memory } = present;
    const after = isUnsentKept ? withUnsentWork(before, backup.register) : backup.register;
    const restore = { startedAt: store.now(), backupMadeAt: backup.madeAt, before, after, memory };
    await stage.lay(restore, target.sealer ?? null);
    laid.restore = restore;
  };
  try {
    await store.clear({ isReplaced: true, beforehand });
    await store.close();
    if (laid.restore !== null) await writeAll(target, laid.restore.after, onProgress);
  } catch (error) {
    await store.close();
    return putBack({ target, stage, restore: laid.restore, error });
  }
  // What cannot be removed is asked about at the next start, and either answer is whole.
  await stage.remove().catch(() => {});
  return null;
}

interface Laid {
  /** null: nothing was removed yet. */
  restore: StagedRestore | null;
}

interface Broken extends Laid {
  readonly target: RestoreTarget;
  readonly stage: RestoreStage;
  readonly error: unknown;
}

async function putBack({ target, stage, restore, error }: Broken): Promise<Problem> {
  const reason = reasonOf(error);
  if (restore === null) return backupProblems.notBegun({ reason });
  try {
    await emptyAndWrite(target, restore.before, restore.memory.county);
    await stage.remove();
    return backupProblems.writeFailed({ reason });
  } catch {
    // What was laid down stays: the next start asks.
    return backupProblems.leftHalf({ reason });
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export interface FinishOptions {
  /** Which of the two registers it shall be. */
  readonly side: Side;
  /** null where nothing outside the database can be written. */
  readonly journal: JournalFile | null;
  readonly onProgress?: OnProgress;
}

/**
 * Finishes a restore that was cut off. No window may have the register open.
 * @returns null when done; else what was laid down is still there
 */
export async function finishRestore(
  target: RestoreTarget,
  { side, journal, onProgress = () => {} }: FinishOptions,
): Promise<Problem | null> {
  const stage = restoreStageOf(target.name);
  const opened = await stage.open(side, target.sealer ?? null);
  if ('problem' in opened) return opened.problem;
  const { register, memory } = opened;
  try {
    await emptyAndWrite(target, register, memory.county, onProgress);
    // Else the self check would put back on top of the backup what was given up for it.
    if (side === 'after' && journal !== null) await createEditJournal(journal).clear(memory.leftEdits);
  } catch (error) {
    return backupProblems.leftHalf({ reason: reasonOf(error) });
  }
  return removeStage(target);
}

/**
 * Nobody is asked again about a restore that was cut off.
 * @returns null when what was laid down for it is gone
 */
export async function removeStage({ name }: Pick<RestoreTarget, 'name'>): Promise<Problem | null> {
  try {
    await restoreStageOf(name).remove();
    return null;
  } catch (error) {
    return backupProblems.stageStays({ reason: reasonOf(error) });
  }
}

async function emptyAndWrite(
  target: RestoreTarget,
  register: Register,
  remembered: Remembered,
  onProgress: OnProgress = () => {},
): Promise<void> {
  const database = await openDatabase(target);
  await database.remove();
  await writeAll(target, register, onProgress, remembered);
}

/** Documents per transaction: a few hundred keep the page free while it writes. */
const chunkSize = 500;

async function writeAll(
  target: RestoreTarget,
  register: Register,
  onProgress: OnProgress,
  remembered: Remembered = null,
): Promise<void> {
  const database = await openDatabase(target);
  try {
    await carryMemory(database, remembered, target.sealer ?? null);
    const total = countOf(register);
    let done = 0;
    for (const name of collectionNames) {
      const documents: readonly LedgerDocument[] = register[name];
      if (documents.length === 0) continue;
      // The collection stores exactly the documents of its own name.
      const table = tableStorageOf(
        database[name] as unknown as Parameters<typeof tableStorageOf>[0],
        target.sealer ?? null,
      );
      for (let from = 0; from < documents.length; from += chunkSize) {
        const rows = documents.slice(from, from + chunkSize).map((next) => ({ previous: null, next }));
        const { refused, conflicts } = await table.write(rows);
        if (refused[0]) throw new Error(refused[0].reasons);
        if (conflicts[0]) throw new Error(`two documents with the id ${conflicts[0].id}`);
        done += rows.length;
        onProgress(done, total);
      }
    }
    await releaseHeld(database, target.sealer ?? null);
  } finally {
    await database.close();
  }
}
