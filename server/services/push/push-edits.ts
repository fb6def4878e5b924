/** Takes the edits of a device into the county's register (SPEC.md, PUSH). */
import { syncProblems } from '@shared/problems/sync-problems';
import type { EditAnswer, PushReply, PushRequest } from '@shared/sync/messages';
import type { Queryable } from '../../db/database';
import { notePush } from '../../repositories/device-pushes';
import { type DocumentKey, keyText } from '../../repositories/documents';
import { listAnswers } from '../../repositories/edit-log';
import type { Caller } from '../caller';
import { getPosition } from '../county';
import type { Environment } from '../environment';
import { holdEdits } from '../held/hold-edits';
import { Refusal } from '../refusal';
import { requireServed } from '../versions';
import { requireSameState } from './require-same-state';
import { presentDocuments, type ResultingDocument, toItem } from './resulting-documents';
import { retried } from './retried';
import { isStorableText } from './storable';
import { takeEdits } from './take-edits';

/**
 * One transaction: all answers are kept, or none and the device sends the push again (PUSH-6).
 * @throws Refusal `epochChanged`, `updateNeeded`, `serverTooOld`, `malformed`, `deviceDraining` or `deviceWiped`; single edits are answered, not thrown
 */
export async function pushEdits(
  environment: Environment,
  caller: Caller,
  request: PushRequest,
): Promise<PushReply> {
  requireServed(request);
  requireStorable(request);
  if (caller.deviceState === 'draining') return holdEdits(environment, caller, request);
  const { pulledThrough, edits } = request;
  return retried(() =>
    environment.database.transaction(async (tx) => {
      const push = { at: environment.now(), editCount: edits.length, pulledThrough };
      requireSameState(caller, await notePush(tx, caller, push));
      return pushWithin(environment, tx, caller, request);
    }),
  );
}

/** The same within a transaction somebody else has begun; it may fail for a reason that trying again cures. */
export async function pushWithin(
  environment: Environment,
  tx: Queryable,
  caller: Caller,
  request: PushRequest,
): Promise<PushReply> {
  const { countyId } = caller;
  const { epoch } = await getPosition(tx, countyId);
  if (epoch !== request.epoch) throw new Refusal(syncProblems.epochChanged({}));
  const byEditId = new Map(request.edits.map((pushed) => [pushed.edit.editId, pushed]));
  const known = await listAnswers(tx, countyId, [...byEditId.keys()], caller.userId);
  const answers = new Map<string, EditAnswer>(known.map(({ editId, answer }) => [editId, answer]));
  const fresh = [...byEditId.values()].filter(({ edit }) => !answers.has(edit.editId));
  const touched = keysOf(request);
  let results: readonly ResultingDocument[];
  if (fresh.length === 0) results = await presentDocuments(tx, caller, touched);
  else {
    const taken = await takeEdits({ environment, tx, caller, epoch }, request, fresh, touched);
    for (const [editId, answer] of taken.answers) answers.set(editId, answer);
    results = taken.results;
  }
  return {
    epoch,
    answers: request.edits.flatMap(({ edit }) => answers.get(edit.editId) ?? []),
    documents: results.map((one) => toItem(caller, one)),
    serverTime: environment.now(),
  };
}

function keysOf({ edits }: PushRequest): DocumentKey[] {
  const keys = edits.map(({ collection, documentId }) => ({ collection, id: documentId }));
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

/** Ids are made by programs: one the database cannot keep comes from no device of ours. */
function requireStorable({ edits, sentAt }: PushRequest): void {
  const ids = edits.flatMap(({ documentId, edit }) => [documentId, edit.editId]);
  if (!ids.every(isStorableText) || !isInstant(sentAt)) throw new Refusal(syncProblems.malformed({}));
}

/** A day that exists, in a year the database knows. A wrong clock is fine (SKEW-4), a clock without a day is not. */
const isInstant = (text: string): boolean => Date.parse(text) >= -62_135_596_800_000;
