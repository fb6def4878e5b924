/** Held edits and what becomes of them, in words. */
import type { HeldReply, SettleHeldReply } from '@shared/sync/county-messages';

export type HeldEdit = HeldReply['items'][number];

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
