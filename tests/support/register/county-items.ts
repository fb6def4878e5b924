/** What a county would answer and send, made by hand from what this device holds. */
import type { LedgerDocument } from '@shared/domain/document';
import type { AnsweredEdit } from '@shared/domain/edit';
import type { PulledItem, PushedEdit, PushReply } from '@shared/sync/messages';

export const countyTime = '2026-03-02T08:00:00.000Z';

/** The county's state of a document: as on this device, with its pending edits taken. */
export function countyItem(
  document: LedgerDocument,
  seq: number,
  more: Record<string, unknown> = {},
): PulledItem {
  const { pending, isPending: _, ...rest } = document;
  const history = [
    ...document.history,
    ...pending.map(
      (edit): AnsweredEdit => ({ ...edit, seq, receivedAt: countyTime, sentBy: '李晓', kept: {} }),
    ),
  ];
  return {
    collection: 'units',
    id: document.id,
    seq,
    document: { ...rest, history, seq, rev: history.length, ...more },
  };
}

/** The county takes all of these edits under one number. */
export const accepted = (edits: readonly PushedEdit[], seq: number, documents: PulledItem[]): PushReply => ({
  epoch: 'e',
  serverTime: countyTime,
  documents,
  answers: edits.map(({ edit }) => ({ outcome: 'accepted', editId: edit.editId, seq })),
});
