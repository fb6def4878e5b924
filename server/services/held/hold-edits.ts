/** Puts what a drained device delivers aside for a person, and tells it nothing (SPEC.md, DEVICE-2). */
import type { EditAnswer, PushReply, PushRequest } from '@shared/sync/messages';
import { notePush } from '../../repositories/device-pushes';
import { listAnswers } from '../../repositories/edit-log';
import { saveHeld } from '../../repositories/held-edits';
import type { Caller } from '../caller';
import { getPosition } from '../county';
import type { Environment } from '../environment';
import { requireSameState } from '../push/require-same-state';

/** An old epoch is fine here: the device may not read which one is new, and a person looks at its edits anyway. */
export function holdEdits(
  { database, now }: Environment,
  caller: Caller,
  request: PushRequest,
): Promise<PushReply> {
  return database.transaction(async (tx): Promise<PushReply> => {
    const { epoch } = await getPosition(tx, caller.countyId);
    const editIds = request.edits.map(({ edit }) => edit.editId);
    const known = await listAnswers(tx, caller.countyId, editIds, caller.userId);
    const answers = new Map<string, EditAnswer>(known.map(({ editId, answer }) => [editId, answer]));
    const fresh = request.edits.filter(({ edit }) => !answers.has(edit.editId));
    const receivedAt = now();
    const held = fresh.map((pushed) => ({
      editId: pushed.edit.editId,
      deviceId: caller.deviceId,
      userId: caller.userId,
      collection: pushed.collection,
      documentId: pushed.documentId,
      entry: JSON.stringify(pushed),
      sentAt: request.sentAt,
      receivedAt,
    }));
    await saveHeld(tx, caller.countyId, held);
    const { pulledThrough } = request;
    const push = { at: receivedAt, editCount: editIds.length, pulledThrough };
    requireSameState(caller, await notePush(tx, caller, push));
    return {
      epoch,
      answers: editIds.map((editId) => answers.get(editId) ?? { outcome: 'held', editId }),
      documents: [],
      serverTime: receivedAt,
    };
  });
}
