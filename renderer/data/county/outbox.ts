/** What waits for the county, in the order it must be sent (SPEC, PUSH-1), and how much it is. */
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { isSynced } from '@shared/sync/access';
import type { PushedEdit } from '@shared/sync/messages';
import type { Observable } from '../register-store';
import type { Tables } from '../write-edits';
import { contentOfCreate, travelling } from './county-document';

/** The collections that are open, and their tables. */
export interface OpenTables {
  readonly names: readonly CollectionName[];
  readonly tables: Tables;
}

/** Key of a document across collections. */
export const keyOf = (collection: CollectionName, id: string): string => `${collection}/${id}`;

const waits = (collection: CollectionName, document: LedgerDocument): boolean =>
  document.isPending && isSynced(collection, document);

/**
 * The oldest unsent edits: those of one document in their order, places before what lies in them and higher places
 * before lower ones. A document's edits may be cut between two batches.
 * @param skipped keys of documents to leave out this time
 */
export function nextEdits(
  { names, tables }: OpenTables,
  limit: number,
  skipped: ReadonlySet<string>,
): PushedEdit[] {
  const edits: PushedEdit[] = [];
  const places: readonly CollectionName[] = names.includes('orgUnits') ? ['orgUnits'] : [];
  for (const collection of [...places, ...names.filter((name) => name !== 'orgUnits')])
    for (const document of waitingIn(tables, collection)) {
      if (skipped.has(keyOf(collection, document.id))) continue;
      for (const edit of document.pending) {
        const content = edit.op === 'create' ? contentOfCreate(collection, document, edit) : null;
        edits.push({ collection, documentId: document.id, edit: travelling(edit), content });
        if (edits.length === limit) return edits;
      }
    }
  return edits;
}

function* waitingIn(tables: Tables, collection: CollectionName): Generator<LedgerDocument> {
  const table = tables(collection);
  if (collection !== 'orgUnits') {
    for (const document of table.allIncludingDeleted()) if (waits(collection, document)) yield document;
    return;
  }
  const parentOf = (id: string): string | null => {
    const place = table.getIncludingDeleted(id);
    return place && 'parentId' in place && typeof place.parentId === 'string' ? place.parentId : null;
  };
  const waiting = table.allIncludingDeleted().filter((document) => waits(collection, document));
  const depths = new Map(waiting.map(({ id }) => [id, depthOf(id, parentOf)]));
  yield* waiting.sort((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0));
}

function depthOf(id: string, parentOf: (id: string) => string | null): number {
  const way = new Set<string>();
  // Ends also where two places were made each other's parent.
  for (let at: string | null = id; at !== null && !way.has(at); at = parentOf(at)) way.add(at);
  return way.size;
}

/** Number of edits the county has not answered: what a person is told as 未上报. */
export function createUnsentCount({ names, tables }: OpenTables): Observable<number> {
  const known = new Map<CollectionName, { readonly version: number; readonly count: number }>();
  const countOf = (collection: CollectionName): number => {
    const table = tables(collection);
    const { version } = table;
    const last = known.get(collection);
    if (last?.version === version) return last.count;
    let count = 0;
    for (const document of table.allIncludingDeleted())
      if (waits(collection, document)) count += document.pending.length;
    known.set(collection, { version, count });
    return count;
  };
  return {
    get: () => names.reduce((sum, name) => sum + countOf(name), 0),
    subscribe(listener) {
      const stops = names.map((name) => tables(name).subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
