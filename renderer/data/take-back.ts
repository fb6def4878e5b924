/**
 * Undo and redo by new edits: whatever an edit set is set back where it still stands, and reported where
 * somebody has changed it since. Taking back the edits of an undo is the redo.
 */
import { diffDocuments, isSame, revertChanges, valueAt, withValueAt } from '@shared/domain/changes';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { type Change, type Edit, editsOf } from '@shared/domain/edit';
import { breathe } from './breathe';
import { changeEdit, type DocumentEdit, type EditContext, parseDocument } from './document-edit';
import type { FindDocument } from './plan-commit';
import type { LeftAlone } from './register-store';

export interface DoneEdit {
  readonly collection: CollectionName;
  readonly id: string;
  readonly edit: Edit;
}

export interface TakeBackPlan {
  readonly edits: readonly DocumentEdit[];
  readonly left: readonly LeftAlone[];
}

/** Documents handled between two breaths of the page: a batch has thousands. */
const handledAtOnce = 200;

/** @param done in the order they were made; several edits of one document are allowed */
export async function planTakeBack(
  done: readonly DoneEdit[],
  find: FindDocument,
  context: EditContext,
): Promise<TakeBackPlan> {
  const states = new Map<string, { first: LedgerDocument; now: LedgerDocument; of: DoneEdit }>();
  const left: LeftAlone[] = [];
  for (const [index, one] of [...done].reverse().entries()) {
    if (index > 0 && index % handledAtOnce === 0) await breathe();
    const key = `${one.collection}/${one.id}`;
    const first = states.get(key)?.first ?? find(one.collection, one.id);
    if (!first) continue;
    const before = states.get(key)?.now ?? first;
    const { now, leftPaths } = takeBackOne(before, one.edit, context.at);
    for (const path of leftPaths) left.push({ collection: one.collection, id: one.id, path });
    states.set(key, { first, now, of: one });
  }
  const edits: DocumentEdit[] = [];
  for (const [index, { first, now, of }] of [...states.values()].entries()) {
    if (index > 0 && index % handledAtOnce === 0) await breathe();
    const parsed = parseDocument(of.collection, now);
    const edit = parsed.ok ? changeEdit(of.collection, first, parsed.document, context) : null;
    // Values taken back one by one can contradict what was typed since; then the document stays as it is.
    if (!parsed.ok) left.push({ collection: of.collection, id: of.id, path: null });
    else if (edit) edits.push(edit);
  }
  return { edits, left };
}

function takeBackOne(
  document: LedgerDocument,
  edit: Edit,
  at: string,
): { now: LedgerDocument; leftPaths: (string | null)[] } {
  if (edit.op === 'create') {
    if (document.deletedAt !== null) return { now: document, leftPaths: [] };
    return isAsCreated(document, edit)
      ? { now: { ...document, deletedAt: at }, leftPaths: [] }
      : { now: document, leftPaths: [null] };
  }
  let now = document;
  const leftPaths: string[] = [];
  for (const [path, change] of Object.entries(edit.changes)) {
    if (stillStands(document, path, change)) now = withValueAt(now, path, change.from);
    else if (!isSame(valueAt(document, path), change.from)) leftPaths.push(path);
  }
  return { now, leftPaths };
}

const stillStands = (document: object, path: string, change: Change): boolean =>
  isSame(valueAt(document, path), change.to);

/** No work is in it since it was created (changes that were taken back again do not count). */
function isAsCreated(document: LedgerDocument, creation: Edit): boolean {
  const edits = editsOf(document);
  const since = edits.slice(edits.findIndex((e) => e.editId === creation.editId) + 1);
  const created = since.reduceRight((state, edit) => revertChanges(state, edit.changes), document);
  return Object.keys(diffDocuments(created, document)).length === 0;
}

/**
 * Everything done under one batch id, oldest first within each document. The document that describes the batch
 * carries its id and stays, so that the taking back is on record.
 */
export function editsOfBatch(
  batchId: string,
  collection: CollectionName,
  documents: readonly LedgerDocument[],
): DoneEdit[] {
  return documents.flatMap((document) =>
    document.id === batchId
      ? []
      : editsOf(document)
          .filter((edit) => edit.batchId === batchId)
          .map((edit) => ({ collection, id: document.id, edit })),
  );
}
