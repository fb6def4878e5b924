/** Edits as people make them, for devices without a register. */
import { randomUUID } from 'node:crypto';
import type { PulledItem, PushedEdit } from '@shared/sync/messages';

/** Writes something behind the text of a field. @param field one whose value is text or not filled in */
export function appendTo(field: string, { collection, id, document }: PulledItem, text: string): PushedEdit {
  const from = document?.[field] ?? null;
  const to = `${typeof from === 'string' ? from : ''}${text}`;
  const about = { at: new Date().toISOString(), by: '经办人', device: '办公电脑', batchId: null, note: null };
  return {
    collection,
    documentId: id,
    edit: { editId: randomUUID(), op: 'change', changes: { [field]: { from, to } }, ...about },
    content: null,
  };
}
