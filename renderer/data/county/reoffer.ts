/** What a device does with its documents when the county begins another life (SPEC, EPOCH). */
import type { LedgerDocument } from '@shared/domain/document';
import type { AnsweredEdit, Edit } from '@shared/domain/edit';
import { breathe } from '../breathe';
import { withPendingMark } from '../document-edit';
import type { OpenTables } from './outbox';
import type { InTurn } from './take-documents';
import { type DocumentRef, type Rebuild, writeDocuments } from './write-documents';

const rewrittenAtOnce = 200;

/** Rewrites documents part by part. Running it again after a crash changes only what was not reached. */
export async function rewriteAll(
  { names, tables }: OpenTables,
  inTurn: InTurn,
  concerns: (document: LedgerDocument) => boolean,
  rebuild: Rebuild<DocumentRef>,
): Promise<number> {
  let count = 0;
  for (const collection of names) {
    const refs = tables(collection)
      .allIncludingDeleted()
      .filter(concerns)
      .map(({ id }) => ({ collection, id }));
    for (let start = 0; start < refs.length; start += rewrittenAtOnce) {
      if (count > 0) await breathe();
      const part = refs.slice(start, start + rewrittenAtOnce);
      const { written, removed } = await inTurn(() => writeDocuments(tables, part, rebuild));
      count += written.length + removed.length;
    }
  }
  return count;
}

/**
 * EPOCH-3: edits the county took and lost go back to the front of `pending`, in their order, as they were made. Their
 * documents' numbers name nothing any more.
 * @param restoredTo the last number that survived
 * @returns how many documents were rewritten
 */
export function reoffer(tables: OpenTables, inTurn: InTurn, restoredTo: number): Promise<number> {
  const isLost = ({ seq }: Pick<AnsweredEdit, 'seq'>) => seq > restoredTo;
  return rewriteAll(
    tables,
    inTurn,
    ({ seq, history }) => (seq !== null && seq > restoredTo) || history.some(isLost),
    ({ collection }, now) => {
      if (now === null) return 'same';
      const waiting = new Set(now.pending.map(({ editId }) => editId));
      const lost = now.history.filter(isLost).map(asMade);
      return withPendingMark(collection, {
        ...now,
        history: now.history.filter((edit) => !isLost(edit)),
        pending: [...lost.filter(({ editId }) => !waiting.has(editId)), ...now.pending],
        seq: now.seq === null || now.seq <= restoredTo ? now.seq : numberUnknown,
      });
    },
  );
}

/** Below every number the county gives: whatever it sends of the document is newer (PULL-7). */
export const numberUnknown = 0;

/** Numbers of another life of the county's database, or of another county, compare with nothing. */
export const forgetNumbers = (tables: OpenTables, inTurn: InTurn): Promise<number> =>
  rewriteAll(
    tables,
    inTurn,
    ({ seq }) => seq !== null && seq !== numberUnknown,
    (_ref, now) => (now === null ? 'same' : { ...now, seq: numberUnknown }),
  );

/** An edit as it was made: what the county applied and what it put aside were one change. */
function asMade({ seq: _seq, receivedAt: _receivedAt, sentBy: _sentBy, kept, ...edit }: AnsweredEdit): Edit {
  return { ...edit, changes: { ...edit.changes, ...kept } };
}
