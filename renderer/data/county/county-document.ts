/** A document of the county and what this device makes of it (SPEC, REBASE). Pure. */
import { revertChanges } from '@shared/domain/changes';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import type { Edit } from '@shared/domain/edit';
import type { PulledItem } from '@shared/sync/messages';
import { contentBefore, rebase } from '@shared/sync/rebase';
import { parseDocument, withPendingMark } from '../document-edit';
import { setAsideUnknown, withUnknown } from './unknown-fields';

type Plain = Readonly<Record<string, unknown>>;

/** @returns null when this version of the program cannot read it (PULL-4) */
export function readCountyDocument({ collection, id, seq, document }: PulledItem): LedgerDocument | null {
  if (document === null || document['id'] !== id) return null;
  const plain: Plain = { ...document, seq, pending: [], isPending: false };
  const parsed = parseDocument(collection, plain);
  if (parsed.ok) return parsed.document;
  const known = setAsideUnknown(plain, parsed.error);
  const again = known ? parseDocument(collection, known) : parsed;
  return again.ok ? again.document : null;
}

/**
 * REBASE-1: the county's document with the edits it has not answered on top. An edit in its history is answered, even
 * if the answer itself was lost on the way.
 * @param pending edits of the document on this device, oldest first
 * @param answered edits the county has just answered (REBASE-3)
 */
export function mergeCounty(
  collection: CollectionName,
  county: LedgerDocument,
  pending: readonly Edit[],
  answered: ReadonlySet<string>,
): LedgerDocument {
  const taken = new Set(county.history.map((edit) => edit.editId));
  const left = pending.filter(({ editId }) => !answered.has(editId) && !taken.has(editId));
  const last = left.at(-1);
  if (!last) return county;
  const bookkeeping = {
    rev: county.rev + left.length,
    updatedAt: last.at,
    updatedBy: last.by,
    pending: left,
  };
  const replayed = parseDocument(collection, { ...rebase(county, left), ...bookkeeping });
  // REBASE-5: half a change is worse than none; the edits wait all the same.
  return withPendingMark(collection, replayed.ok ? replayed.document : { ...county, pending: left });
}

/**
 * The document when the county answered edits but its own state of it is not to be had: held edits of a drained device,
 * and documents this version cannot read. What it refused is taken back where it still stands.
 */
export function withoutAnswered(
  collection: CollectionName,
  document: LedgerDocument,
  answered: ReadonlySet<string>,
  rejected: ReadonlySet<string>,
): LedgerDocument {
  const left = document.pending.filter(({ editId }) => !answered.has(editId));
  const refused = document.pending.filter(({ editId }) => rejected.has(editId));
  const base = document.pending.reduceRight((state, edit) => revertChanges(state, edit.changes), document);
  const replayed = rebase(
    base,
    document.pending.filter((edit) => !refused.includes(edit)),
  );
  const parsed = parseDocument(collection, replayed);
  const shown = refused.length > 0 && parsed.ok ? parsed.document : document;
  // 0: the county has it, in a state unknown here, so that comparing notices and fetches it (AGREE-3).
  const seq = document.seq === null ? null : 0;
  return withPendingMark(collection, { ...shown, pending: left, seq });
}

/** EDIT-3: what a `create` edit creates, as it is sent; null when the edit is not of this document. */
export function contentOfCreate(
  collection: CollectionName,
  document: LedgerDocument,
  edit: Edit,
): Plain | null {
  const first = contentBefore(document, edit.editId);
  if (!first) return null;
  const { history: _history, pending: _pending, isPending: _isPending, seq: _seq, ...content } = first;
  const created = { ...content, rev: 0, updatedAt: content.createdAt, updatedBy: content.createdBy };
  const sent = withUnknown(created);
  return collection === 'conflicts' ? asHandedOver(document, sent) : sent;
}

/**
 * REJECT-3: a parked edit is the county's business only once it was handed over, so it is sent as handed over; the
 * change that handed it over finds its value there already (APPLY-2).
 */
const asHandedOver = (document: LedgerDocument, content: Plain): Plain =>
  'outcome' in document ? { ...content, outcome: document.outcome } : content;

/** An edit as it travels: what waits in `ext` is no change of this device's (SKEW-2). */
export function travelling(edit: Edit): Edit {
  const paths = Object.entries(edit.changes);
  const own = paths.filter(([path]) => path !== 'ext' && !path.startsWith('ext.'));
  return own.length === paths.length ? edit : { ...edit, changes: Object.fromEntries(own) };
}
