/**
 * The whole register as one readable file, with history and deleted records, and back. A backup is checked in full
 * before anything is touched; if writing it fails half-way, what was there before is written back.
 */
import type { Sealer } from '@renderer/keys/sealer';
import {
  type CollectionName,
  collectionLabels,
  collectionNames,
  collectionSchemas,
  type Register,
} from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { backupProblems } from '@shared/problems/backup-problems';
import type { Problem } from '@shared/problems/problem';
import { z } from 'zod';
import { carryMemory, countyMemoryName, releaseHeld } from './county/replaced-register';
import type { RegisterStore } from './register-store';
import { openLocalMemory, type Remembered } from './storage/local-memory';
import { openDatabase, type Storage } from './storage/open-database';
import { broughtUp, type SchemaSteps, schemaSteps, schemaVersions } from './storage/schema-versions';
import { tableStorageOf } from './storage/table-storage';
import { withUnsentWork } from './unsent-work';

const format = 'two-new-ledger-backup';
const formatVersion = 1;

/** Only the envelope: documents are checked one by one, so that a damaged one can be named. */
const fileSchema = z.object({
  format: z.literal(format),
  formatVersion: z.int(),
  madeAt: z.string(),
  /** Versions of the documents' shapes; files of the first programs name none and hold the first. */
  schemaVersions: z.record(z.string(), z.int().min(0)).default({}),
  documents: z.record(z.string(), z.array(z.unknown())),
});

export interface Backup {
  /** Instant it was made, UTC. */
  readonly madeAt: string;
  readonly register: Register;
  /** All documents, deleted ones included. */
  readonly count: number;
}

/** Documents per piece of the text: the page may breathe between two of them. */
const pieceSize = 200;

/** The text of a backup, piece by piece. */
export function* backupPieces(register: Register, madeAt: string): Generator<string> {
  yield `{"format":"${format}","formatVersion":${formatVersion},"madeAt":${JSON.stringify(madeAt)},`;
  yield `"schemaVersions":${JSON.stringify(schemaVersions)},"documents":{`;
  for (const [index, name] of collectionNames.entries()) {
    yield `${index === 0 ? '' : ','}"${name}":[`;
    const documents: readonly LedgerDocument[] = register[name];
    for (let from = 0; from < documents.length; from += pieceSize) {
      const piece = documents.slice(from, from + pieceSize).map((document) => JSON.stringify(document));
      yield `${from === 0 ? '' : ','}${piece.join(',')}`;
    }
    yield ']';
  }
  yield '}}';
}

export const writeBackup = (register: Register, madeAt: string): string =>
  [...backupPieces(register, madeAt)].join('');

/** Documents of a register, deleted ones included. */
export const countOf = (register: Register): number =>
  collectionNames.reduce((sum, name) => sum + register[name].length, 0);

/**
 * Checks every document; those of an older program are brought up to the present shape first.
 * @param steps tests bring their own
 */
export function readBackup(
  text: string,
  steps: SchemaSteps = schemaSteps,
): { readonly backup: Backup } | { readonly problem: Problem } {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) return { problem: backupProblems.notABackup({}) };
  if (file.data.formatVersion > formatVersion) return { problem: backupProblems.newerFormat({}) };
  const lists: [CollectionName, unknown[]][] = [];
  for (const name of collectionNames) {
    const version = file.data.schemaVersions[name] ?? 0;
    const known = steps[name] ?? [];
    if (version > known.length) return { problem: backupProblems.newerFormat({}) };
    const checked = (file.data.documents[name] ?? []).map((document) =>
      checkDocument(name, broughtUp(document, known.slice(version))),
    );
    const damaged = checked.find((one) => 'problem' in one);
    if (damaged && 'problem' in damaged) return { problem: damaged.problem };
    lists.push([name, checked.flatMap((one) => ('document' in one ? [one.document] : []))]);
  }
  // Every list holds what the schema under its own name accepted.
  const register = Object.fromEntries(lists) as unknown as Register;
  return { backup: { madeAt: file.data.madeAt, register, count: countOf(register) } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checkDocument(
  collection: CollectionName,
  document: unknown,
): { readonly document: unknown } | { readonly problem: Problem } {
  const parsed = collectionSchemas[collection].safeParse(document);
  if (parsed.success) return { document: parsed.data };
  const issue = parsed.error.issues[0];
  const reason = issue ? `${issue.path.join('.')} ${issue.message}` : '';
  const details = { collection: collectionLabels[collection], name: nameOf(document), reason };
  return { problem: backupProblems.damagedDocument(details) };
}

const nameOf = (document: unknown): string =>
  typeof document === 'object' && document !== null && 'name' in document ? String(document.name) : '';

export interface RestoreTarget {
  /** Name of the local database. */
  readonly name: string;
  readonly storage: Storage;
  /** What the register is sealed with; default: nothing. */
  readonly sealer?: Sealer;
}

export interface RestoreOptions {
  /** Edits the county has not got go on waiting, on top of the backup. Default: they are given up. */
  readonly isUnsentKept?: boolean;
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
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
  const before = store.snapshot();
  const after = isUnsentKept ? withUnsentWork(before, backup.register) : backup.register;
  await store.clear({ isReplaced: true });
  await store.close();
  try {
    await writeAll(target, after, onProgress);
    return null;
  } catch (error) {
    await emptyAndWrite(target, before);
    return backupProblems.writeFailed({ reason: error instanceof Error ? error.message : String(error) });
  }
}

async function emptyAndWrite(target: RestoreTarget, register: Register): Promise<void> {
  const database = await openDatabase(target);
  const remembered = (await openLocalMemory(database, countyMemoryName, target.sealer ?? null)).get();
  await database.remove();
  await writeAll(target, register, () => {}, remembered);
}

/** Documents per transaction: a few hundred keep the page free while it writes. */
const chunkSize = 500;

async function writeAll(
  target: RestoreTarget,
  register: Register,
  onProgress: (doneCount: number, totalCount: number) => void,
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
