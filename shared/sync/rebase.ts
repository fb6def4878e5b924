/** What a device shows while the county has not answered yet (SPEC.md, REBASE). */
import { applyChanges, hasParent, revertChanges } from '@shared/domain/changes';
import { type AnsweredEdit, type Changes, type Edit, editsOf } from '@shared/domain/edit';

/**
 * The county's document with the still pending edits on top, oldest first. A pending `create` is already in the
 * county's document when there is one, so it adds nothing. A change below a map entry that is gone adds nothing
 * either (REBASE-5): half an entry would be worse than none, and the county answers it with a conflict.
 */
export function rebase<D extends object>(countyDocument: D, pending: readonly Edit[]): D {
  return pending.reduce((state, edit) => applyChanges(state, reachable(state, edit.changes)), countyDocument);
}

const reachable = (state: object, changes: Changes): Changes =>
  Object.fromEntries(Object.entries(changes).filter(([path]) => hasParent(state, path)));

/** Content a known edit was made on: the present document with that edit and all later ones taken back (EDIT-3). */
export function contentBefore<
  D extends { readonly history: readonly AnsweredEdit[]; readonly pending: readonly Edit[] },
>(document: D, editId: string): D | null {
  const edits = editsOf(document);
  const position = edits.findIndex((edit) => edit.editId === editId);
  if (position < 0) return null;
  return edits.slice(position).reduceRight((state, edit) => revertChanges(state, edit.changes), document);
}
