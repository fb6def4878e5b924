/** Conflicts that want the same answer: the same field, and the same two people or the same import behind them. */
import type { ConflictView } from './conflict-view';

/** The others of `views`, in their order. A table and field alone are not enough: two strangers may both be right. */
export const alikeOf = (view: ConflictView, views: readonly ConflictView[]): ConflictView[] =>
  views.filter((other) => other.id !== view.id && isAlike(view, other));

function isAlike(a: ConflictView, b: ConflictView): boolean {
  if (a.collection !== b.collection || a.kind !== b.kind || a.fieldKey !== b.fieldKey) return false;
  if (a.batchId !== null && a.batchId === b.batchId) return true;
  return a.mine.by === b.mine.by && a.theirs.by === b.theirs.by;
}
