/** Held edits in the words of the register, which an organizer has on her own device. */
import type { Lookups } from '@renderer/data/format-value';
import { titleOfRecord } from '@renderer/data/record-title';
import type { RegisterStore } from '@renderer/data/register-store';
import { type CollectionName, collectionLabels, collectionNames } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { schemaAt } from '@shared/domain/schema-path';
import type { HeldReply, SettleHeldReply } from '@shared/sync/county-messages';

export type HeldEdit = HeldReply['items'][number];

export interface HeldLine {
  readonly edit: HeldEdit;
  readonly tableLabel: string;
  readonly title: string;
  readonly what: string;
}

const isCollection = (name: string): name is CollectionName =>
  (collectionNames as readonly string[]).includes(name);

export function heldLine(edit: HeldEdit, register: Pick<RegisterStore, 'table'>, lookups: Lookups): HeldLine {
  const { collection, documentId, paths } = edit;
  if (!isCollection(collection)) return { edit, tableLabel: collection, title: documentId, what: '' };
  const document: LedgerDocument | undefined = register.table(collection).getIncludingDeleted(documentId);
  const kind = document && 'kind' in document && typeof document.kind === 'string' ? document.kind : null;
  const labels = [...new Set(paths.map((path) => schemaAt(collection, kind, path).fields[0]?.label ?? path))];
  return {
    edit,
    tableLabel: collectionLabels[collection],
    title: document === undefined ? '县级还没有的新记录' : titleOfRecord(collection, document, lookups),
    what:
      paths.length === 0 ? '新建' : paths.includes('deletedAt') ? '删除或恢复' : `修改${labels.join('、')}`,
  };
}

/** The county takes no more at once. */
const settledAtOnce = 200;

export function partsOf(editIds: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let start = 0; start < editIds.length; start += settledAtOnce)
    parts.push(editIds.slice(start, start + settledAtOnce));
  return parts;
}

/** How accepting went: some may be refused like any edit, and keep waiting. */
export function acceptedText(replies: readonly SettleHeldReply[]): string {
  const settledCount = replies.reduce((sum, { settled }) => sum + settled.length, 0);
  const answers = replies.flatMap((reply) => reply.answers);
  const rejected = answers.flatMap((answer) => (answer.outcome === 'rejected' ? [answer.problem.text] : []));
  const conflicts = answers.filter(({ outcome }) => outcome === 'conflicted').length;
  const parts = [
    `已收下 ${settledCount} 条。`,
    conflicts > 0 ? `其中 ${conflicts} 条与现有记录冲突，请到“冲突”里处理。` : '',
    rejected.length > 0 ? `${rejected.length} 条不能收下，仍留在这里：${rejected[0]}` : '',
  ];
  return parts.join('');
}
