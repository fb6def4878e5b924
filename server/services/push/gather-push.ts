/** Reads and locks what a push needs to be judged and written: places, documents and the conflicts that go with them. */
import { collectionNames } from '@shared/domain/collections';
import type { PushedEdit, PushRequest } from '@shared/sync/messages';
import { z } from 'zod';
import type { Queryable } from '../../db/database';
import {
  type DocumentKey,
  keyText,
  listDocuments,
  listKeysInPlaces,
  listLeftSince,
  listOpenConflictIds,
  lockDocuments,
  type StoredDocument,
} from '../../repositories/documents';
import { listPlaces, listPlacesById } from '../../repositories/org-tree';
import type { Caller } from '../caller';
import type { Environment } from '../environment';
import { Places } from '../org-tree/places';
import { conflictIdsOf, withMove } from './conflict-documents';
import { type DocumentEdits, type JudgedDocument, placeAfter, placeBefore } from './judge-push';
import { parseBody } from './resulting-documents';
import { isStorableText } from './storable';

export interface PushContext {
  readonly environment: Environment;
  readonly tx: Queryable;
  readonly caller: Caller;
  readonly epoch: string;
}

/** All places when something may move, else only those the push is about. */
export async function loadPlaces(
  { tx, caller }: PushContext,
  fresh: readonly PushedEdit[],
  stored: readonly StoredDocument[],
): Promise<Places> {
  const mayMove = fresh.some(
    ({ collection, edit }) => collection === 'orgUnits' || 'orgUnitId' in edit.changes,
  );
  if (mayMove) return new Places(await listPlaces(tx, caller.countyId));
  const named = fresh.flatMap(({ content }) => {
    const placeId = content?.['orgUnitId'];
    return typeof placeId === 'string' && isStorableText(placeId) ? placeId : [];
  });
  const ids = new Set([caller.scopeRootId, ...stored.map(({ placeId }) => placeId), ...named]);
  return new Places(await listPlacesById(tx, caller.countyId, [...ids]));
}

/**
 * What the conflicts of a push are about. A device brings a conflict back after a restore; a push that moves its document
 * at that moment must wait, or it would leave the conflict behind, having not seen it (CONFLICT-3).
 */
export function documentsOfConflicts(fresh: readonly PushedEdit[]): DocumentKey[] {
  const keys = fresh.flatMap(({ content }) => {
    const key = subjectOf(content);
    return key !== null && isStorableText(key.id) ? [key] : [];
  });
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}
/** The document a conflict is about; null for anything else. */
function subjectOf(content: unknown): DocumentKey | null {
  const parsed = subjectSchema.safeParse(content);
  return parsed.success ? { collection: parsed.data.documentCollection, id: parsed.data.documentId } : null;
}
const subjectSchema = z.object({ documentCollection: z.enum(collectionNames), documentId: z.string() });

/** The fresh edits by document, in the order the documents first appear. */
export async function gatherEdits(
  { tx, caller }: PushContext,
  { pulledThrough }: PushRequest,
  fresh: readonly PushedEdit[],
  stored: readonly StoredDocument[],
  places: Places,
): Promise<DocumentEdits[]> {
  const foreign = stored.filter(({ placeId }) => !places.isWithin(placeId, caller.scopeRootId));
  const left =
    foreign.length === 0
      ? []
      : await listLeftSince(tx, caller.countyId, caller.scopeRootId, pulledThrough, foreign);
  const handedOver = new Set(left.map(keyText));
  const byKey = new Map(stored.map((document) => [keyText(document), document]));
  const groups = new Map<string, PushedEdit[]>();
  for (const pushed of fresh) {
    const key = keyText({ collection: pushed.collection, id: pushed.documentId });
    const group = groups.get(key);
    if (group) group.push(pushed);
    else groups.set(key, [pushed]);
  }
  return [...groups].flatMap(([key, edits]) => {
    const [first] = edits;
    const current = byKey.get(key);
    if (!first) return [];
    return {
      collection: first.collection,
      id: first.documentId,
      current: current ? parseBody(current) : null,
      isHandedOver: handedOver.has(key),
      edits,
    };
  });
}

/** CONFLICT-3: the judged documents, and the open conflicts of those that moved. */
export async function withMovedConflicts(
  { tx, caller, environment }: PushContext,
  judged: readonly JudgedDocument[],
  at: string,
): Promise<JudgedDocument[]> {
  const moved = judged.filter((one) => placeBefore(one) !== null && placeBefore(one) !== placeAfter(one));
  if (moved.length === 0) return [...judged];
  const open = await listOpenConflictIds(tx, caller.countyId, moved);
  const keys = open.map(({ id }): DocumentKey => ({ collection: 'conflicts', id }));
  const stored = new Map((await lockDocuments(tx, caller.countyId, keys)).map((one) => [keyText(one), one]));
  const result = new Map(judged.map((one) => [keyText(one), one]));
  const goals = new Map(moved.map((one) => [keyText(one), placeAfter(one)]));
  for (const { id, about } of [...open, ...conflictsComing(judged)]) {
    const key = keyText({ collection: 'conflicts', id });
    const goal = goals.get(keyText(about));
    const current = result.get(key) ?? stored.get(key);
    if (!goal || !current) continue;
    goals.set(key, goal);
    const conflict = 'judgement' in current ? current : parseBody(current);
    const state = 'judgement' in current ? current.judgement.document : conflict;
    if (state !== null && isLeftBehind(state, goal))
      result.set(key, withMove(conflict, goal, environment.newId(), at));
  }
  return [...result.values()];
}

/** Conflicts the push itself brings: after a restore a device brings back both a conflict and the move of its document. */
function conflictsComing(judged: readonly JudgedDocument[]): { id: string; about: DocumentKey }[] {
  return judged.flatMap(({ collection, id, current, judgement }) => {
    if (collection !== 'conflicts' || current !== null) return [];
    const about = subjectOf(judgement.document);
    return about === null ? [] : [{ id, about }];
  });
}
/** Open, and not where it belongs yet. */
const isLeftBehind = (conflict: object, goal: string): boolean =>
  'state' in conflict && conflict.state === 'open' && 'orgUnitId' in conflict && conflict.orgUnitId !== goal;

/** Conflicts that would be made but are there already, or come with this push: found again after a restore. */
export async function findKnownConflicts(
  { tx, caller }: PushContext,
  judged: readonly JudgedDocument[],
): Promise<ReadonlySet<string>> {
  const ids = judged.flatMap(({ edits }) =>
    edits.flatMap(({ pushed, result }) => conflictIdsOf(pushed.edit.editId, result)),
  );
  if (ids.length === 0) return new Set();
  const keys = ids.map((id): DocumentKey => ({ collection: 'conflicts', id }));
  const stored = await listDocuments(tx, caller.countyId, keys);
  const coming = judged.filter(
    ({ collection, judgement }) => collection === 'conflicts' && judgement.document !== null,
  );
  return new Set([...stored, ...coming].map(({ id }) => id));
}

/** Documents below places that moved: they get new numbers, so that they reach the scopes they enter. */
export async function findCarried(
  { tx, caller }: PushContext,
  before: Places,
  after: Places,
  judged: readonly JudgedDocument[],
): Promise<(DocumentKey & { readonly placeId: string })[]> {
  const moved = after.changedSince(before).filter(({ id, ancestors }) => {
    const old = before.find(id);
    return old !== null && old.ancestors.join('/') !== ancestors.join('/');
  });
  if (moved.length === 0) return [];
  const keys = await listKeysInPlaces(
    tx,
    caller.countyId,
    moved.map(({ id }) => id),
  );
  const numbered = new Set(judged.filter(({ judgement }) => judgement.isTouched).map(keyText));
  return keys.filter((key) => !numbered.has(keyText(key)));
}
