/** How far a record has come: still here, on its way, or the county's (with its number and time). */
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { isSynced } from '@shared/sync/access';

export type Receipt =
  /** 未上报: `count` edits wait to be sent. */
  | { readonly state: 'unsent'; readonly count: number }
  /** 已上报待答复: all of them were sent; the county has not answered yet. */
  | { readonly state: 'sent'; readonly count: number }
  /** 县级已收: number of the last change, and when it came by the county's clock; null = before anybody kept the time. */
  | { readonly state: 'received'; readonly seq: number; readonly at: string | null };

/**
 * @param sentEdits ids of edits on their way (see SyncEngine)
 * @returns null for what stays on this device for good (SCOPE-7), and for what neither waits nor was received
 */
export function receiptOf(
  collection: CollectionName,
  document: LedgerDocument,
  sentEdits: ReadonlySet<string>,
): Receipt | null {
  if (!isSynced(collection, document)) return null;
  const { pending, history, seq } = document;
  const waiting = pending.filter(({ editId }) => !sentEdits.has(editId));
  if (waiting.length > 0) return { state: 'unsent', count: waiting.length };
  if (pending.length > 0) return { state: 'sent', count: pending.length };
  return seq === null ? null : { state: 'received', seq, at: history.at(-1)?.receivedAt ?? null };
}

export const receiptLabels: Readonly<Record<Receipt['state'], string>> = {
  unsent: '未上报',
  sent: '已上报待答复',
  received: '县级已收',
};
