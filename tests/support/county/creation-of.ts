/** A new document on its way to the county, as a device sends it. */
import { randomUUID } from 'node:crypto';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { PushedEdit } from '@shared/sync/messages';

/** @param by who made it, and on what */
export function creationOf(collection: CollectionName, document: LedgerDocument, by: string): PushedEdit {
  const { pending: _pending, isPending: _isPending, history: _history, seq: _seq, ...rest } = document;
  const at = new Date().toISOString();
  const content = { ...rest, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by, rev: 0 };
  const about = { at, by, device: by, batchId: null, note: null };
  return {
    collection,
    documentId: document.id,
    edit: { editId: randomUUID(), op: 'create', changes: {}, ...about },
    content,
  };
}
