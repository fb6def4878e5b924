/** What a device shows while the county has not answered yet (SPEC.md, REBASE). */
import { applyChanges, revertChanges } from '@shared/domain/changes';
import type { Edit } from '@shared/domain/edit';

/**
 * The county's document with the still pending edits on top, oldest first. A pending `create` is already in the
 * county's document when there is one, so it adds nothing.
 */
export function rebase<D extends object>(countyDocument: D, pending: readonly Edit[]): D {
  return pending.reduce((state, edit) => applyChanges(state, edit.changes), countyDocument);
}

/** Content a pending edit was made on: the present document with that edit and all later ones taken back (EDIT-3). */
export function contentBefore<D extends { readonly pending: readonly Edit[] }>(
  document: D,
  editId: string,
): D | null {
  const position = document.pending.findIndex((edit) => edit.editId === editId);
  if (position < 0) return null;
  return document.pending
    .slice(position)
    .reduceRight((state, edit) => revertChanges(state, edit.changes), document);
}
