/** Sends what waits until nothing does (SPEC, PUSH). */
import { keyOf } from '@renderer/data/county/outbox';
import type { PushedEdit, PushReply } from '@shared/sync/messages';
import { modelVersion, protocolVersion } from '@shared/sync/protocol';
import { isoOf } from '../clock';
import type { Failure } from '../county/county-client';
import {
  accessOf,
  type CycleContext,
  goOn,
  heardOf,
  noteUnreadable,
  RoundFailed,
  remember,
  requireMemory,
  senseless,
} from './cycle-context';
import { mayRemoveUnasked } from './removal-guard';

/** Longer bodies are cut in two before anybody has to refuse them. */
const bodyLimit = 3_000_000;

/** So many documents in a row that the county fails with are no matter of the documents. */
const failuresInARow = 5;

/** @returns problems of documents that were set aside, so that they delay no other (PUSH-4) */
export async function pushEdits(context: CycleContext): Promise<readonly RoundFailed[]> {
  const { pace, store } = context;
  const setAside: RoundFailed[] = [];
  const answered = new Set<string>();
  let failed = 0;
  for (;;) {
    goOn(context);
    const edits = withinBody(await store.nextEdits(pace.limit, pace.skipped()));
    // A county that cannot take a document fails with that one; one that is out of order fails with everything.
    const isOutOfOrder = failed > (edits.length === 0 && answered.size === 0 ? 1 : failuresInARow);
    if (isOutOfOrder) return outOfOrder(context, setAside);
    if (edits.length === 0) return setAside;
    // Answered and still there: its document came with an older number (PULL-7), and pulling comes first.
    if (edits.every(({ edit }) => answered.has(edit.editId))) return setAside;
    context.showActivity('pushing');
    const failure = await pushOnce(context, edits);
    if (failure === null) {
      pace.taken();
      failed = 0;
      for (const { edit } of edits) answered.add(edit.editId);
    } else {
      if (!makeSmaller(context, edits, failure, setAside)) throw new RoundFailed(failure);
      if (failure.status === 500 && edits.length === 1) failed += 1;
    }
  }
}

/** No document is to blame, so all are tried again with the next round. */
function outOfOrder({ pace }: CycleContext, setAside: readonly RoundFailed[]): never {
  pace.forget();
  throw setAside.at(-1) ?? new Error('no push failed');
}

/** At least one edit. */
function withinBody(edits: readonly PushedEdit[]): readonly PushedEdit[] {
  let size = 0;
  for (const [index, edit] of edits.entries()) {
    size += JSON.stringify(edit).length;
    if (size > bodyLimit && index > 0) return edits.slice(0, index);
  }
  return edits;
}

/** @returns null when the edits were answered */
async function pushOnce(context: CycleContext, edits: readonly PushedEdit[]): Promise<Failure | null> {
  const { checkpoint } = requireMemory(context);
  for (const { edit } of edits) context.sent.add(edit.editId);
  context.showChange();
  const reply = await context.client.push(accessOf(context), {
    protocol: protocolVersion,
    model: modelVersion,
    epoch: checkpoint?.epoch ?? '',
    sentAt: isoOf(context.clock.nowMs()),
    pulledThrough: checkpoint?.through ?? 0,
    edits: [...edits],
  });
  goOn(context);
  if (!reply.ok) return reply.failure;
  if (!isAnswerTo(edits, reply.value)) throw senseless();
  await takeAnswers(context, edits, reply.value);
  return null;
}

/** Every edit has its answer, and none has two. */
function isAnswerTo(edits: readonly PushedEdit[], { answers }: PushReply): boolean {
  const answered = new Set(answers.map(({ editId }) => editId));
  return answers.length === edits.length && edits.every(({ edit }) => answered.has(edit.editId));
}

async function takeAnswers(context: CycleContext, edits: readonly PushedEdit[], reply: PushReply) {
  const { store, sent, clock } = context;
  const leavingCount = store.leavingCount(reply.documents, reply.answers);
  const mayRemove = await mayRemoveUnasked(context, leavingCount);
  const taken = await store.takeAnswers(edits, reply, mayRemove);
  await noteUnreadable(context, reply.documents, taken.unreadable);
  for (const { edit } of edits) sent.delete(edit.editId);
  const isDraining = reply.answers.some(({ outcome }) => outcome === 'held');
  await remember(context, (now) => ({
    ...now,
    ...heardOf(context, reply.serverTime),
    standing: isDraining && now.standing === 'active' ? 'draining' : now.standing,
    lastPushAt: isoOf(clock.nowMs()),
    lastPushCount: edits.length,
  }));
}

/** What a smaller push may cure: too much at once, or one edit among many that the county cannot digest. */
const digestible = (failure: Failure): boolean =>
  failure.status === 413 || failure.status === 400 || failure.status === 500;

/** @returns false when trying again at once is of no use */
function makeSmaller(
  { pace, sent }: CycleContext,
  edits: readonly PushedEdit[],
  failure: Failure,
  setAside: RoundFailed[],
): boolean {
  if (!digestible(failure)) return false;
  if (pace.halve(edits.length)) return true;
  for (const { collection, documentId, edit } of edits) {
    pace.setAside(keyOf(collection, documentId));
    sent.delete(edit.editId);
  }
  setAside.push(new RoundFailed(failure));
  return true;
}
