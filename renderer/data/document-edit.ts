/** One document before and after, with the edit that leads from one to the other. */
import { diffDocuments } from '@shared/domain/changes';
import { type CollectionName, collectionSchemas } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { Edit } from '@shared/domain/edit';
import { isSynced } from '@shared/sync/access';
import type { ZodError } from 'zod';
import type { CommitAbout } from './register-store';

export interface DocumentEdit {
  readonly collection: CollectionName;
  readonly id: string;
  /** null = the edit creates the document. */
  readonly before: LedgerDocument | null;
  readonly after: LedgerDocument;
  readonly edit: Edit;
}

/** Who edits, when and why: the same for all documents of one commit. */
export interface EditContext {
  readonly at: string;
  readonly by: string;
  readonly device: string;
  readonly about: Pick<CommitAbout, 'batchId' | 'note'>;
  readonly newId: () => string;
}

export type Parsed =
  | { readonly ok: true; readonly document: LedgerDocument }
  | { readonly ok: false; readonly error: ZodError };

/** Checks a whole document against the model and fills in defaults. */
export function parseDocument(collection: CollectionName, document: unknown): Parsed {
  const result = collectionSchemas[collection].safeParse(document);
  return result.success ? { ok: true, document: result.data } : { ok: false, error: result.error };
}

/** A first state with its create edit. The document must already carry its bookkeeping. */
export function createEdit(
  collection: CollectionName,
  document: LedgerDocument,
  context: EditContext,
): DocumentEdit {
  const edit = editOf('create', {}, context);
  const after = { ...document, pending: [...document.pending, edit] };
  return { collection, id: document.id, before: null, after: withPendingMark(collection, after), edit };
}

/** Marks what waits for the county; documents that stay on this device for good wait for nobody (SCOPE-7). */
export const withPendingMark = <D extends LedgerDocument>(collection: CollectionName, document: D): D => ({
  ...document,
  isPending: document.pending.length > 0 && isSynced(collection, document),
});

/** null when nothing differs: an edit without a change would only clutter the history. */
export function changeEdit(
  collection: CollectionName,
  before: LedgerDocument,
  after: LedgerDocument,
  context: EditContext,
): DocumentEdit | null {
  const changes = diffDocuments(before, after);
  if (Object.keys(changes).length === 0) return null;
  return withEdit(collection, before, after, editOf('change', changes, context));
}

/** The same edit on top of another state of the document (somebody else wrote in between). */
export function withEdit(
  collection: CollectionName,
  before: LedgerDocument,
  after: LedgerDocument,
  edit: Edit,
): DocumentEdit {
  const bookkeeping = {
    rev: before.rev + 1,
    updatedAt: edit.at,
    updatedBy: edit.by,
    pending: [...before.pending, edit],
  };
  const marked = withPendingMark(collection, { ...after, ...bookkeeping });
  return { collection, id: before.id, before, after: marked, edit };
}

function editOf(op: Edit['op'], changes: Edit['changes'], context: EditContext): Edit {
  return {
    editId: context.newId(),
    op,
    at: context.at,
    by: context.by,
    device: context.device,
    changes,
    batchId: context.about.batchId ?? null,
    note: context.about.note ?? null,
  };
}
