/** Everything one push writes, once its numbers are known (SPEC.md, HIST-1, HIST-2, SCOPE-4). Pure. */
import type { PlainDocument } from '@shared/sync/apply-edit';
import { stampDocument } from '@shared/sync/judge-document';
import type { EditAnswer } from '@shared/sync/messages';
import type { DocumentKey } from '../../repositories/documents';
import type { ChainHead } from '../../repositories/edit-log';
import type { ConflictPointer, PushWrite, ScopeExit, WrittenDocument } from '../../repositories/push-write';
import type { Caller } from '../caller';
import type { Places } from '../org-tree/places';
import { chainEntries, type UnchainedEntry } from './chain';
import { conflictIdsOf, countyName, newConflicts } from './conflict-documents';
import { type JudgedDocument, type JudgedPushedEdit, placeAfter, placeBefore } from './judge-push';
import { placeIdOf } from './push-access';

/** A push that is judged and waits for its numbers. */
export interface ReadyPush {
  readonly caller: Caller;
  readonly sentAt: string;
  readonly receivedAt: string;
  readonly before: Places;
  readonly after: Places;
  readonly documents: readonly JudgedDocument[];
  /** Conflicts the county has already: found again after a restore. */
  readonly knownConflictIds: ReadonlySet<string>;
  /** Documents that lie in a place that moved, apart from those above. */
  readonly carried: readonly (DocumentKey & { readonly placeId: string })[];
  readonly heads: readonly ChainHead[];
}

export interface NumberedPush {
  readonly write: PushWrite;
  readonly answers: ReadonlyMap<string, EditAnswer>;
  /** The documents as written. */
  readonly results: readonly (DocumentKey & { readonly document: PlainDocument })[];
}

/** How many numbers the push needs. */
export function countNumbers({ documents, knownConflictIds, carried }: ReadyPush): number {
  const newConflictIds = documents
    .flatMap(({ edits }) => edits.flatMap(({ pushed, result }) => conflictIdsOf(pushed.edit.editId, result)))
    .filter((id) => !knownConflictIds.has(id));
  const touched = documents.filter(({ judgement }) => judgement.isTouched);
  return touched.length + newConflictIds.length + carried.length;
}

/** Org units whose chains grow. */
export const chainPlaceIds = ({ caller, documents }: Pick<ReadyPush, 'caller' | 'documents'>): string[] => [
  ...new Set(documents.flatMap((one) => one.edits.map((edit) => chainPlaceOf(caller, one, edit)))),
];

/** A refused edit is the concern of who tried it, any other of the document's org unit. */
const chainPlaceOf = (caller: Caller, document: JudgedDocument, edit: JudgedPushedEdit): string =>
  (edit.isRefusedToSender ? null : placeAfter(document)) ?? caller.scopeRootId;

/** @param last the last of the numbers taken */
export function numberPush(push: ReadyPush, last: number): NumberedPush {
  let next = last - countNumbers(push) + 1;
  const written: Numbered[] = [];
  const add = (document: JudgedDocument) => {
    const numbered = stamp(push, document, document.judgement.isTouched ? next++ : null);
    written.push(numbered);
    for (const conflict of newConflictsOf(push, numbered)) add(conflict);
  };
  for (const document of push.documents) add(document);
  const renumbered = push.carried.map((key) => ({ ...key, seq: next++ }));
  const answers = new Map(written.flatMap((one) => answersOf(one)));
  const chained = chainEntries(
    push.caller.countyId,
    push.heads,
    written.flatMap((one) => entriesOf(push, one, answers)),
  );
  const stamped = written.filter(isStamped);
  return {
    answers,
    results: stamped.map(({ document: { collection, id }, result }) => ({
      collection,
      id,
      document: result,
    })),
    write: {
      documents: stamped.map(toWritten),
      renumbered: renumbered.map(({ collection, id, seq }) => ({ collection, id, seq })),
      entries: chained.entries,
      heads: chained.heads,
      conflicts: stamped.flatMap(pointersOf),
      exits: [
        ...stamped.flatMap((one) => exitsOf(push, one)),
        ...renumbered.flatMap((one) => exits(push.before, push.after, one, one.placeId, one.placeId)),
      ],
      places: push.after.changedSince(push.before),
    },
  };
}

interface Numbered {
  readonly document: JudgedDocument;
  /** null: the push changed nothing in it. */
  readonly seq: number | null;
  readonly result: PlainDocument | null;
}
interface Stamped extends Numbered {
  readonly seq: number;
  readonly result: PlainDocument;
}
const isStamped = (one: Numbered): one is Stamped => one.seq !== null && one.result !== null;

function stamp({ caller, receivedAt }: ReadyPush, document: JudgedDocument, seq: number | null): Numbered {
  if (seq === null) return { document, seq, result: null };
  const sentBy = document.edits.every(({ isCountys }) => isCountys) ? countyName : caller.name;
  return { document, seq, result: stampDocument(document.judgement, { seq, receivedAt, sentBy }) };
}

function newConflictsOf({ knownConflictIds, receivedAt }: ReadyPush, { document, result }: Numbered) {
  if (result === null) return [];
  return document.edits
    .flatMap((edit) => newConflicts(document.collection, result, edit, receivedAt))
    .filter(({ id }) => !knownConflictIds.has(id));
}

function answersOf({ document, seq }: Numbered): [string, EditAnswer][] {
  return document.edits.map(({ pushed, result }) => {
    const { editId } = pushed.edit;
    if (result.outcome === 'rejected')
      return [editId, { outcome: 'rejected', editId, problem: result.problem }];
    // A document with an edit that was not rejected is touched, and so numbered.
    if (seq === null) throw new Error('a taken edit has no number');
    const conflictIds = conflictIdsOf(editId, result);
    return conflictIds.length === 0
      ? [editId, { outcome: 'accepted', editId, seq }]
      : [editId, { outcome: 'conflicted', editId, seq, conflictIds }];
  });
}

function entriesOf(
  { caller, sentAt, receivedAt }: ReadyPush,
  { document, seq }: Numbered,
  answers: ReadonlyMap<string, EditAnswer>,
): UnchainedEntry[] {
  return document.edits.map((edit) => ({
    editId: edit.pushed.edit.editId,
    placeId: chainPlaceOf(caller, document, edit),
    collection: document.collection,
    documentId: document.id,
    outcome: edit.result.outcome,
    seq: edit.result.outcome === 'rejected' ? null : seq,
    userId: caller.userId,
    deviceId: caller.deviceId,
    sentAt,
    receivedAt,
    entry: edit.entry,
    answer: JSON.stringify(answers.get(edit.pushed.edit.editId)),
    refusedTo: edit.isRefusedToSender ? caller.userId : '',
  }));
}

const toWritten = ({ document, seq, result }: Stamped): WrittenDocument => ({
  collection: document.collection,
  id: document.id,
  placeId: placeIdOf(document.collection, result),
  seq,
  body: JSON.stringify(result),
  isNew: document.current === null,
  isDeleted: typeof result['deletedAt'] === 'string',
});

function pointersOf({ document, result }: Stamped): ConflictPointer[] {
  if (document.collection !== 'conflicts' || result['kind'] !== 'conflict') return [];
  return [
    {
      id: document.id,
      placeId: placeIdOf('conflicts', result),
      collection: String(result['documentCollection']),
      documentId: String(result['documentId']),
      isOpen: result['state'] === 'open' && result['deletedAt'] === null,
    },
  ];
}

/** SCOPE-4: scopes that held the document before and do not after. */
function exitsOf({ before, after }: ReadyPush, { document, seq }: Stamped): ScopeExit[] {
  const [from, to] = [placeBefore(document), placeAfter(document)];
  if (from === null || to === null || (from === to && before === after)) return [];
  return exits(before, after, { ...document, seq }, from, to);
}

function exits(
  before: Places,
  after: Places,
  { collection, id, seq }: DocumentKey & { readonly seq: number },
  from: string,
  to: string,
): ScopeExit[] {
  const kept = after.scopesHolding(collection, to);
  const lost = [...before.scopesHolding(collection, from)].filter((scopeId) => !kept.has(scopeId));
  return lost.map((scopeId) => ({ scopeId, seq, collection, id, wasOwn: before.isWithin(from, scopeId) }));
}
