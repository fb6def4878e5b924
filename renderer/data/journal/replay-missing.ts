/** Puts edits that the register lost back into it, each as the edit it was: same id, time and author. */
import { valueAt } from '@shared/domain/changes';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { type Edit, editsOf } from '@shared/domain/edit';
import { isSynced } from '@shared/sync/access';
import { rebase } from '@shared/sync/rebase';
import type { OpenTables } from '../county/outbox';
import { type DocumentRef, writeDocuments } from '../county/write-documents';
import { parseDocument } from '../document-edit';
import type { JournalEvent, JournaledEdit } from './journal-lines';
import { missingEdits } from './missing-edits';

export interface Replay {
  /** Edits put back, and the documents they are in. */
  readonly editCount: number;
  readonly documentCount: number;
  /** Edits whose document is gone with everything that made it: the county or a backup has it, not this journal. */
  readonly leftEdits: readonly JournaledEdit[];
}

/** Documents written in one transaction. */
const writtenAtOnce = 200;

interface Lost {
  readonly collection: CollectionName;
  readonly id: string;
  readonly edits: readonly JournaledEdit[];
}

/** Told which documents are about to be put back. */
export type PutBackNotice = (refs: readonly DocumentRef[]) => Promise<void>;

export async function replayMissing(
  open: OpenTables,
  events: readonly JournalEvent[],
  beforehand: PutBackNotice = () => Promise.resolve(),
): Promise<Replay> {
  // The usual start: nothing was written since the last one, and the register need not be gone through.
  if (events.length === 0) return { editCount: 0, documentCount: 0, leftEdits: [] };
  const lost = groupByDocument(missingEdits(events, knownTo(open)));
  if (lost.length > 0) await beforehand(lost);
  const left: JournaledEdit[] = [];
  let [editCount, documentCount] = [0, 0];
  for (let start = 0; start < lost.length; start += writtenAtOnce) {
    const part = lost.slice(start, start + writtenAtOnce);
    /** Another window has put them back meanwhile. */
    const foundLate = new Set<Lost>();
    const { written } = await writeDocuments(open.tables, part, (one, now) => {
      const lacking = lackingIn(now, one);
      if (lacking.edits.length > 0) return restored(lacking, now) ?? 'same';
      foundLate.add(one);
      return 'same';
    });
    const ids = new Set(written);
    for (const one of part)
      if (foundLate.has(one)) continue;
      else if (ids.has(one)) {
        documentCount += 1;
        editCount += one.edits.length;
      } else left.push(...one.edits);
  }
  return { editCount, documentCount, leftEdits: left };
}

/** Whether the register has an edit: pending, taken by the county, or in the parking bay. */
export function knownTo({ names, tables }: OpenTables): (edit: JournaledEdit) => boolean {
  const known = new Set<string>();
  for (const name of names)
    for (const document of tables(name).allIncludingDeleted()) {
      for (const { editId } of editsOf(document)) known.add(editId);
      // A parked edit lies in the parking bay under its own id.
      if (name === 'conflicts') known.add(document.id);
    }
  return ({ edit }) => known.has(edit.editId);
}

function groupByDocument(edits: readonly JournaledEdit[]): Lost[] {
  const groups = new Map<string, { collection: CollectionName; id: string; edits: JournaledEdit[] }>();
  for (const edit of edits) {
    const key = `${edit.collection}/${edit.documentId}`;
    const group = groups.get(key) ?? { collection: edit.collection, id: edit.documentId, edits: [] };
    group.edits.push(edit);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function lackingIn(now: LedgerDocument | null, lost: Lost): Lost {
  const known = new Set(now === null ? [] : editsOf(now).map(({ editId }) => editId));
  return { ...lost, edits: lost.edits.filter(({ edit }) => !known.has(edit.editId)) };
}

/** null when there is nothing to put the edits on, or the result would not be a document. */
function restored({ collection, edits }: Lost, now: LedgerDocument | null): LedgerDocument | null {
  const created = edits.find(({ content }) => content !== null);
  const base = now ?? created?.content ?? null;
  if (base === null) return null;
  const added: Edit[] = edits.map(({ edit }) => edit);
  const last = added.at(-1);
  const changeCount = added.filter(({ op }) => op === 'change').length;
  const document: Readonly<Record<string, unknown>> = {
    ...rebase(base, added),
    pending: [...(now?.pending ?? []), ...added],
    rev: Number(valueAt(base, 'rev') ?? 0) + changeCount,
    ...(last ? { updatedAt: last.at, updatedBy: last.by } : {}),
  };
  const parsed = parseDocument(collection, { ...document, isPending: isSynced(collection, document) });
  return parsed.ok ? parsed.document : null;
}
