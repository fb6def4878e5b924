/** Messages about what the county keeps beside the register: the log of a document, and edits held for a person. */
import { collectionNames } from '@shared/domain/collections';
import { countyNumber, id, instant, text } from '@shared/domain/values';
import { z } from 'zod';
import { heldEditMessage } from './account-messages';
import { editAnswer, problemMessage, pulledItem } from './messages';

export const documentParams = z.strictObject({ collection: z.enum(collectionNames), id });

/** One answered edit of a document as the log has it (HIST-2). */
export const loggedEdit = z.strictObject({
  editId: id,
  op: z.enum(['create', 'change']),
  /** By the device's clock. */
  at: instant,
  by: text,
  /** As they were sent; which of them were applied is in the document's own history. */
  changes: z.record(z.string(), z.strictObject({ from: z.unknown(), to: z.unknown() }).partial()),
  outcome: z.enum(['accepted', 'conflicted', 'rejected']),
  /** Number of the document after it; null for rejected edits. */
  seq: countyNumber.nullable(),
  /** Why it was rejected; null when it was not. */
  problem: problemMessage.nullable(),
  sentAt: instant,
  receivedAt: instant,
  /** Whose login delivered it. */
  sentBy: text,
  /** Its place in the chain of its org unit: what a receipt quotes. */
  height: z.int(),
  hash: z.string(),
});
export const historyReply = z.strictObject({
  /** Oldest first. */
  edits: z.array(loggedEdit),
  /** Conflicts of the document in the caller's scope, settled ones too. */
  conflicts: z.array(pulledItem),
});

export const heldReply = z.strictObject({ items: z.array(heldEditMessage) });
const editIds = z.array(id).min(1).max(200);
/** DEVICE-2: what a person at the county does with held edits. */
export const settleHeldRequest = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('accept'), editIds }),
  z.strictObject({ action: z.literal('discard'), editIds, reason: text }),
]);
export const settleHeldReply = z.strictObject({
  /** Those that no longer wait; an edit the register refuses stays until somebody discards it. */
  settled: z.array(id),
  /** What the register answered to accepted ones. */
  answers: z.array(editAnswer),
});

export type LoggedEdit = z.infer<typeof loggedEdit>;
export type HistoryReply = z.infer<typeof historyReply>;
export type HeldReply = z.infer<typeof heldReply>;
export type SettleHeldRequest = z.infer<typeof settleHeldRequest>;
export type SettleHeldReply = z.infer<typeof settleHeldReply>;
