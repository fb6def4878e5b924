/**
 * Writes edits in parts small enough for the page to breathe, and takes everything back when a part fails: a
 * commit is in the register as a whole or not at all.
 */
import { applyChanges, revertChanges } from '@shared/domain/changes';
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { dataProblems } from '@shared/problems/data-problems';
import type { Problem } from '@shared/problems/problem';
import { breathe } from './breathe';
import { type DocumentEdit, parseDocument, withEdit, withPendingMark } from './document-edit';
import type { WritableTable } from './live-table';
import type { StoredRow, WriteRow } from './storage/table-storage';

export type Tables = (collection: CollectionName) => WritableTable<LedgerDocument>;

export type WriteResult =
  | { readonly status: 'written'; readonly edits: readonly DocumentEdit[] }
  | { readonly status: 'failed'; readonly problem: Problem };

/** Documents per transaction: longer ones block the page noticeably, shorter ones cost time. */
const partSize = 250;
/** Tabs that write one document at the same time give way in turn; more rounds than this is a fault. */
const maxRounds = 5;

class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.text);
  }
}

/** @param recorded why the edits may not be written after all; null = they may. Nothing is written before it is known. */
export async function writeEdits(
  tables: Tables,
  edits: readonly DocumentEdit[],
  recorded: Promise<Problem | null>,
  onProgress: (doneCount: number, totalCount: number) => void = () => {},
): Promise<WriteResult> {
  const parts = partsOf(edits);
  const done: DocumentEdit[] = [];
  try {
    for (const [index, part] of parts.entries()) {
      if (index > 0) await breathe();
      await writePart(tables, part, recorded, done);
      onProgress(done.length, edits.length);
    }
    return { status: 'written', edits: done };
  } catch (error) {
    const leftCount = await takeBackAll(tables, done);
    return { status: 'failed', problem: problemOf(error, leftCount) };
  }
}

function partsOf(edits: readonly DocumentEdit[]): DocumentEdit[][] {
  const byCollection = new Map<CollectionName, DocumentEdit[]>();
  for (const edit of edits) {
    const known = byCollection.get(edit.collection);
    if (known) known.push(edit);
    else byCollection.set(edit.collection, [edit]);
  }
  const parts: DocumentEdit[][] = [];
  for (const all of byCollection.values())
    for (let start = 0; start < all.length; start += partSize) parts.push(all.slice(start, start + partSize));
  return parts;
}

/** Writes one part; rows another tab changed meanwhile are rebuilt on what is there now and written again. */
async function writePart(
  tables: Tables,
  part: readonly DocumentEdit[],
  recorded: Promise<Problem | null>,
  done: DocumentEdit[],
): Promise<void> {
  const [first] = part;
  if (!first) return;
  const table = tables(first.collection);
  let open = part.map((edit) => rebuild(edit, table.rowOf(edit.id)));
  for (let round = 0; open.length > 0; round++) {
    if (round === maxRounds) throw new Refusal(changedElsewhere(first.collection));
    const write = await table.prepare(
      open.map((edit): WriteRow<LedgerDocument> => ({ previous: table.rowOf(edit.id), next: edit.after })),
    );
    const problem = await recorded;
    if (problem) throw new Refusal(problem);
    const outcome = await write();
    const writtenIds = new Set(outcome.written.map((row) => row.id));
    done.push(...open.filter((edit) => writtenIds.has(edit.id)));
    const [refused] = outcome.refused;
    if (refused) throw new Error(refused.reasons);
    const conflicts = new Map(outcome.conflicts.map((row) => [row.id, row]));
    open = open.filter((edit) => conflicts.has(edit.id));
    open = open.map((edit) => rebuild(edit, conflicts.get(edit.id) ?? null));
  }
}

/** The edit on top of the document as it is now; the edit itself when nothing happened in between. */
function rebuild(edit: DocumentEdit, row: StoredRow<LedgerDocument> | null): DocumentEdit {
  const now = row?.document ?? null;
  if (now === edit.before) return edit;
  if (edit.before === null || now === null) throw new Refusal(changedElsewhere(edit.collection));
  const parsed = parseDocument(edit.collection, applyChanges(now, edit.edit.changes));
  if (!parsed.ok) throw new Refusal(changedElsewhere(edit.collection));
  return withEdit(edit.collection, now, parsed.document, edit.edit);
}

const changedElsewhere = (collection: CollectionName): Problem =>
  dataProblems.changedElsewhere({ collection: collectionLabels[collection] });

/** Undoes what this commit wrote, newest first. @returns how many documents could not be restored */
async function takeBackAll(tables: Tables, done: readonly DocumentEdit[]): Promise<number> {
  let leftCount = 0;
  for (const part of partsOf([...done].reverse())) {
    const [first] = part;
    if (!first) continue;
    const table = tables(first.collection);
    // Somebody's later edit on top of ours must survive, and the county may have taken ours already; such a row
    // stays and is counted.
    const rows = part.flatMap((edit) => withoutEdit(edit, table.rowOf(edit.id)));
    leftCount += part.length - rows.length;
    try {
      const outcome = await table.write(rows);
      leftCount += rows.length - outcome.written.length;
    } catch {
      // Counted and reported with the failure that led here.
      leftCount += rows.length;
    }
  }
  return leftCount;
}

/** The write that takes an edit back from a row; none when the edit is no longer the last thing done there. */
function withoutEdit(
  { collection, before, edit }: DocumentEdit,
  row: StoredRow<LedgerDocument> | null,
): WriteRow<LedgerDocument>[] {
  const now = row?.document;
  if (!now || now.pending.at(-1)?.editId !== edit.editId) return [];
  if (before === null) return [{ previous: row, next: null }];
  const { updatedAt, updatedBy } = before;
  const bookkeeping = { updatedAt, updatedBy, rev: now.rev - 1, pending: now.pending.slice(0, -1) };
  const next = withPendingMark(collection, { ...revertChanges(now, edit.changes), ...bookkeeping });
  return [{ previous: row, next }];
}

function problemOf(error: unknown, leftCount: number): Problem {
  const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
  if (leftCount > 0) return dataProblems.partlySaved({ count: leftCount, reason });
  if (error instanceof Refusal) return error.problem;
  return isQuotaError(error) ? dataProblems.diskFull({}) : dataProblems.saveFailed({ reason });
}

/** Dexie wraps the browser's QuotaExceededError as the inner error of an AbortError. */
function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('name' in error && error.name === 'QuotaExceededError') return true;
  return 'inner' in error && isQuotaError(error.inner);
}
