/**
 * Work the county has not got, when another register takes the place of this one: edits that wait, and what lies in the
 * parking bay. The county brings back everything else by itself; this exists nowhere but here.
 */
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { editsOf } from '@shared/domain/edit';
import { isSynced } from '@shared/sync/access';
import { mergeCounty } from './county/county-document';

/** Counts for people; documents that stay on this device for good (SCOPE-7) are not counted. */
export interface UnsentWork {
  readonly editCount: number;
  readonly documentCount: number;
  /** Edits the county refused that wait in the parking bay. */
  readonly parkedCount: number;
}

/** Unsent work of the present register that `next` does not have. */
export function unsentWorkOf(now: Register, next: Register): UnsentWork {
  const work = { editCount: 0, documentCount: 0, parkedCount: 0 };
  for (const name of collectionNames) {
    const coming = byId<LedgerDocument>(next[name]);
    for (const document of now[name]) {
      const count = unsentEdits(name, document, coming.get(document.id)).length;
      work.editCount += count;
      work.documentCount += count > 0 ? 1 : 0;
    }
  }
  const coming = byId(next.conflicts);
  for (const one of now.conflicts)
    if (isParked(one) && one.state === 'open' && !coming.has(one.id)) work.parkedCount += 1;
  return work;
}

/**
 * `next` with the unsent work of the present register on top, as edits that still wait: the county judges them by what
 * they were made on, exactly as if nothing had been replaced (REBASE-1).
 */
export function withUnsentWork(now: Register, next: Register): Register {
  const kept = Object.fromEntries(
    collectionNames.map((name) => [name, keepIn(name, now[name], next[name])]),
    // Every list is built from documents of the collection under whose name it stands.
  ) as unknown as Register;
  return { ...kept, settings: [...kept.settings, ...batchesOf(now, kept)] };
}

function keepIn(
  name: CollectionName,
  now: readonly LedgerDocument[],
  next: readonly LedgerDocument[],
): LedgerDocument[] {
  const coming = byId(next);
  for (const document of now) {
    const other = coming.get(document.id);
    const edits = unsentEdits(name, document, other);
    // What the parking bay holds was decided here and nowhere else.
    if (name === 'conflicts' && isParked(document)) coming.set(document.id, document);
    else if (edits.length > 0)
      coming.set(
        document.id,
        other ? mergeCounty(name, other, [...other.pending, ...edits], none) : document,
      );
  }
  return [...coming.values()];
}
const none: ReadonlySet<string> = new Set();

/** Edits of a document that wait for the county and that its counterpart knows nothing of. */
function unsentEdits(name: CollectionName, document: LedgerDocument, other: LedgerDocument | undefined) {
  if (!document.isPending || !isSynced(name, document)) return [];
  const known = new Set(other ? editsOf(other).map(({ editId }) => editId) : []);
  return document.pending.filter(({ editId }) => !known.has(editId));
}

/** Batches that edits still waiting belong to, so that an import can be taken back later as before. */
function batchesOf(now: Register, kept: Register): DocumentOf<'settings'>[] {
  const coming = byId(kept.settings);
  const wanted = new Set(
    collectionNames.flatMap((name) =>
      kept[name].flatMap(({ pending }) => pending.map((edit) => edit.batchId)),
    ),
  );
  return now.settings.filter(({ kind, id }) => kind === 'importBatch' && wanted.has(id) && !coming.has(id));
}

const isParked = (document: LedgerDocument): document is DocumentOf<'conflicts'> & { kind: 'parked' } =>
  'kind' in document && document.kind === 'parked';

const byId = <D extends LedgerDocument>(documents: readonly D[]): Map<string, D> =>
  new Map(documents.map((document) => [document.id, document]));
