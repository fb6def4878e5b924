/** Imports as batches: written as one step, remembered with the original file, taken back with one click later. */

import type { Platform } from '@renderer/platform/platform';
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import type { ImportBatch, Setting } from '@shared/domain/setting';
import type {
  CommitAbout,
  Operation,
  OperationProblem,
  RegisterStore,
  TakeBackResult,
} from './register-store';

export interface ImportRequest {
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the bytes, made where they were read: hashing a large file would hold up the page. */
  readonly fileSha256: string;
  readonly sheets: readonly string[];
  readonly operations: readonly Operation[];
  /** By outcome: create, change, unchanged, skip, problems … */
  readonly counts: Readonly<Record<string, number>>;
  /** Questions and answers a later import is to know. */
  readonly answers: Readonly<Record<string, string>>;
  readonly onProgress?: CommitAbout['onProgress'];
}

export type ImportResult =
  | {
      readonly status: 'saved';
      readonly batchId: string;
      readonly changedCount: number;
      /** False when there was no room or no permission to keep the original beside the register. */
      readonly isFileKept: boolean;
    }
  | { readonly status: 'failed'; readonly problems: readonly OperationProblem[] };

/** @param files where the original goes */
export async function commitImport(
  store: RegisterStore,
  files: Pick<Platform, 'keepFile'>,
  request: ImportRequest,
): Promise<ImportResult> {
  const batchId = store.newId();
  const operations = request.operations.map((operation) => inBatch(operation, batchId, store.newId));
  // A missing copy is told to the clerk; it is no reason to refuse a day's work.
  const fileId = await files.keepFile(request.bytes).catch(() => null);
  const result = await store.commit(
    [batchDocument(store, batchId, fileId, request, operations), ...operations],
    {
      label: `导入${request.fileName}`,
      batchId,
      ...(request.onProgress ? { onProgress: request.onProgress } : {}),
    },
  );
  if (result.status === 'failed') return { status: 'failed', problems: result.problems.map(ofRequest) };
  return { status: 'saved', batchId, changedCount: result.changedCount - 1, isFileKept: fileId !== null };
}

/** Gives every new document its id beforehand, so that the batch can name what it will touch. */
function inBatch(operation: Operation, batchId: string, newId: () => string): Operation {
  if (operation.op !== 'create') return operation;
  const { draft } = operation;
  const more = { id: draft.id ?? newId(), source: 'import' as const, importBatchId: batchId };
  // The draft keeps its own collection; only bookkeeping is added.
  return { ...operation, draft: { ...draft, ...more } } as Operation;
}

/** The batch is written first: after a crash half-way it tells what to take back. */
function batchDocument(
  store: RegisterStore,
  batchId: string,
  fileId: string | null,
  request: ImportRequest,
  operations: readonly Operation[],
): Operation {
  const touched = new Map<string, Set<string>>();
  for (const operation of operations) {
    const id = operation.op === 'create' ? operation.draft.id : operation.id;
    const ids = touched.get(operation.collection) ?? new Set();
    if (id !== undefined) touched.set(operation.collection, ids.add(id));
  }
  return {
    op: 'create',
    collection: 'settings',
    draft: {
      id: batchId,
      source: 'import',
      importBatchId: batchId,
      kind: 'importBatch',
      fileName: request.fileName,
      fileSha256: request.fileSha256,
      fileSizeBytes: request.bytes.length,
      fileId,
      importedAt: store.now(),
      undoneAt: null,
      counts: { ...request.counts },
      touched: Object.fromEntries([...touched].map(([name, ids]) => [name, [...ids]])),
      sheets: [...request.sheets],
      answers: { ...request.answers },
    },
  };
}

/** The batch document stands before the caller's operations. */
const ofRequest = ({ operation, problem }: OperationProblem): OperationProblem => ({
  operation: operation === null || operation === 0 ? null : operation - 1,
  problem,
});

/** Takes back what nobody changed since; `left` of the result names the rest. */
export function undoBatch(store: RegisterStore, batchId: string): Promise<TakeBackResult> {
  const batch = store.table('settings').get(batchId);
  const label = batch?.kind === 'importBatch' ? `撤销导入${batch.fileName}` : '撤销批量操作';
  const mark: Operation[] =
    batch?.kind === 'importBatch'
      ? [{ op: 'change', collection: 'settings', id: batchId, changes: { undoneAt: store.now() } }]
      : [];
  return store.takeBackBatch(batchId, { label }, mark);
}

/** Imports of this register, newest first, those taken back included. */
export const importBatchesOf = (settings: readonly Setting[]): ImportBatch[] =>
  settings
    .filter((setting) => setting.kind === 'importBatch')
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));

/** Imports a crash or a power cut interrupted: some of what they were to create is not there. Offer undoBatch. */
export function interruptedImports(store: RegisterStore): ImportBatch[] {
  const isMissing = (collection: CollectionName, id: string) =>
    store.table(collection).getIncludingDeleted(id) === undefined;
  return importBatchesOf(store.table('settings').all()).filter(
    (batch) =>
      batch.undoneAt === null &&
      collectionNames.some((name) => batch.touched[name]?.some((id) => isMissing(name, id))),
  );
}
