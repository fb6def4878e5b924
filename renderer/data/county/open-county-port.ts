import { collectionLabels } from '@shared/domain/collections';
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Numbered } from '@shared/sync/digest';
import { nameOfDocument } from '../history';
import type { WriterOptions } from '../register-writer';
import type { LocalMemory } from '../storage/local-memory';
import { readCountyDocument } from './county-document';
import type { CountyPort } from './county-port';
import { joinPlaces, ownPlaces } from './join-places';
import { moveParked } from './move-parked';
import { createUnsentCount, nextEdits, type OpenTables } from './outbox';
import { forgetNumbers, reoffer } from './reoffer';
import { answeredIds, takeAnswers } from './take-answers';
import { type InTurn, leavingOf, takeItems } from './take-documents';
import { type DocumentRef, removeDocuments, type Settle } from './write-documents';

export interface CountyPortOptions extends WriterOptions {
  readonly open: OpenTables;
  readonly inTurn: InTurn;
  readonly memory: LocalMemory;
  readonly lists: LocalMemory;
  readonly forgetSteps: () => void;
  /** See `Settle`; for a journal of edits outside the database. */
  readonly settle: Settle;
  readonly wipe: CountyPort['wipe'];
}

export function openCountyPort(options: CountyPortOptions): CountyPort {
  const { open, inTurn, settle, memory, lists, now, newId } = options;
  const { tables } = open;
  const resters = new Set<() => Promise<void>>();
  return {
    collections: open.names,
    unsentCount: createUnsentCount(open),
    nextEdits: (limit, skipped = new Set()) => inTurn(() => Promise.resolve(nextEdits(open, limit, skipped))),
    leavingCount: (items, answers = []) => leavingOf(tables, items, answeredIds(answers)).length,
    takeAnswers: (pushed, reply, mayRemove) =>
      takeAnswers({ ...options, tables, inTurn }, pushed, reply, mayRemove),
    takeItems: (items, mayRemove) => takeItems({ tables, inTurn, settle }, items, mayRemove),
    reoffer: (restoredTo) => reoffer(open, inTurn, restoredTo),
    forgetNumbers: () => forgetNumbers(open, inTurn),
    numbered: createNumbered(open),
    remove: (refs) => removeAll(options, refs),
    missedOf: (refs) =>
      refs.filter(({ collection, id }) => tables(collection).getIncludingDeleted(id)?.deletedAt === null),
    labelsOf: (refs) => refs.flatMap((ref) => labelOf(open, ref)),
    ownPlaces: () => ownPlaces(open),
    readPlace: (item) =>
      // Read with the schema of places.
      item.collection === 'orgUnits' ? (readCountyDocument(item) as OrgUnit | null) : null,
    async joinPlaces(places) {
      const edits = () => ({ at: now(), ...options.identity(), about: { note: joinNote }, newId });
      await joinPlaces({ open, inTurn, settle, edits }, places);
      options.forgetSteps();
    },
    moveParked: (homeId) => moveParked(open, inTurn, homeId),
    onReplace(comeToRest) {
      resters.add(comeToRest);
      return () => resters.delete(comeToRest);
    },
    async rest() {
      for (const comeToRest of resters) await comeToRest();
    },
    wipe: options.wipe,
    memory,
    lists,
    now,
    newId,
  };
}

const joinNote = '接入县级时与县级的层级合并';

function createNumbered({ tables }: OpenTables): CountyPort['numbered'] {
  const known = new Map<string, { readonly version: number; readonly held: readonly Numbered[] }>();
  return (collection) => {
    const table = tables(collection);
    const last = known.get(collection);
    if (last?.version === table.version) return last.held;
    const held = table.allIncludingDeleted().flatMap(({ id, seq }) => (seq === null ? [] : [{ id, seq }]));
    known.set(collection, { version: table.version, held });
    return held;
  };
}

/** Documents taken out in one go. */
const removedAtOnce = 200;

async function removeAll(
  { open, inTurn, settle }: CountyPortOptions,
  refs: readonly DocumentRef[],
): Promise<number> {
  let count = 0;
  for (let start = 0; start < refs.length; start += removedAtOnce) {
    const part = refs.slice(start, start + removedAtOnce);
    count += await inTurn(() =>
      removeDocuments(open.tables, part, settle, (_ref, { pending }) => pending.length === 0),
    );
  }
  return count;
}

function labelOf({ tables }: OpenTables, { collection, id }: DocumentRef): string[] {
  const document = tables(collection).getIncludingDeleted(id);
  if (!document) return [];
  const name = nameOfDocument(document);
  return [name === null ? collectionLabels[collection] : `${collectionLabels[collection]} ${name}`];
}
