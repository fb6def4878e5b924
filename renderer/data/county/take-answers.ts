/** Takes the county's answers to pushed edits (SPEC, REBASE-3 and REJECT). */
import type { NewId, Now } from '@shared/lib/ids';
import type { EditAnswer, PulledItem, PushedEdit, PushReply } from '@shared/sync/messages';
import type { Identity } from '../register-writer';
import { keyOf } from './outbox';
import { parkedEdit, type Rejection } from './parked-edit';
import { type AnsweredIds, type TakeContext, type TakenItems, takeItems } from './take-documents';
import { type DocumentRef, writeDocuments } from './write-documents';

export interface ParkingContext extends TakeContext {
  readonly identity: () => Identity;
  readonly now: Now;
  readonly newId: NewId;
}

export interface TakenAnswers extends TakenItems {
  readonly answeredCount: number;
  readonly parkedCount: number;
}

export const answeredIds = (answers: readonly EditAnswer[]): AnsweredIds => ({
  answered: new Set(answers.map(({ editId }) => editId)),
  rejected: new Set(answers.flatMap(({ outcome, editId }) => (outcome === 'rejected' ? [editId] : []))),
});

/**
 * First the parking bay, then the documents (REJECT-1): after a crash in between the edits are sent again, get the same
 * answers, and what is parked already is found there.
 * @param pushed what was sent
 */
export async function takeAnswers(
  context: ParkingContext,
  pushed: readonly PushedEdit[],
  { answers, documents }: PushReply,
  mayRemove: boolean,
): Promise<TakenAnswers> {
  const parkedCount = await park(context, rejectionsOf(pushed, answers));
  const ids = answeredIds(answers);
  const taken = await takeItems(context, documents, mayRemove, ids);
  // What the county says nothing about is answered, but no reason to remove anything.
  const silent = await takeItems(context, withoutDocument(context, pushed, documents), false, ids);
  const writtenCount = taken.writtenCount + silent.writtenCount;
  return { ...taken, writtenCount, answeredCount: answers.length, parkedCount };
}

function rejectionsOf(pushed: readonly PushedEdit[], answers: readonly EditAnswer[]): Rejection[] {
  const byId = new Map(pushed.map((one) => [one.edit.editId, one]));
  return answers.flatMap((answer): Rejection[] => {
    const one = byId.get(answer.editId);
    return answer.outcome === 'rejected' && one ? [{ pushed: one, problem: answer.problem }] : [];
  });
}

type ParkingRef = DocumentRef & Rejection;

async function park(context: ParkingContext, rejections: readonly Rejection[]): Promise<number> {
  if (rejections.length === 0) return 0;
  const refs = rejections.map(
    (one): ParkingRef => ({ ...one, collection: 'conflicts', id: one.pushed.edit.editId }),
  );
  const { written, refused } = await context.inTurn(() =>
    writeDocuments(context.tables, refs, (ref, now) => {
      if (now) return 'same';
      const { collection, documentId, edit } = ref.pushed;
      const document = context.tables(collection).rowOf(documentId)?.document;
      // The answer was taken before: the edit is no longer here to be parked.
      if (!document?.pending.some(({ editId }) => editId === edit.editId)) return 'same';
      const creation = { editId: context.newId(), at: context.now(), ...context.identity() };
      return parkedEdit(ref, document, creation, homeOf(context));
    }),
  );
  if (refused.length > 0) throw new Error('the parking bay does not take a refused edit');
  return written.length;
}

/** Org unit of the office that keeps the register; null before the first set-up. */
function homeOf({ tables }: TakeContext): string | null {
  for (const setting of tables('settings').all())
    if ('homeOrgUnitId' in setting && typeof setting.homeOrgUnitId === 'string') return setting.homeOrgUnitId;
  return null;
}

/**
 * The county says nothing of documents a drained device may not read (DEVICE-2); their edits are answered all the same.
 */
function withoutDocument(
  { tables }: TakeContext,
  pushed: readonly PushedEdit[],
  documents: readonly PulledItem[],
): PulledItem[] {
  const known = new Set(documents.map(({ collection, id }) => keyOf(collection, id)));
  const missing = new Map<string, PulledItem>();
  for (const { collection, documentId: id } of pushed)
    if (!known.has(keyOf(collection, id)) && tables(collection).rowOf(id)?.document)
      missing.set(keyOf(collection, id), { collection, id, seq: 0, document: null });
  return [...missing.values()];
}
