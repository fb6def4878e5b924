/** From a person's answer to what is written: the document's field and the conflict, in one commit (CONFLICT-2). */
import type { Operation } from '@renderer/data/register-store';
import { valueAt, withValueAt } from '@shared/domain/changes';
import type { LedgerDocument } from '@shared/domain/document';
import { editsOf } from '@shared/domain/edit';
import { type ConflictView, isMapAt } from './conflict-view';

export type Answer =
  | { readonly choice: 'mine' | 'theirs' }
  /** A third value, as the field's editor gives it. */
  | { readonly choice: 'other'; readonly value: unknown };
type Choice = Answer['choice'];

export interface Settled {
  readonly by: string;
  /** Instant in UTC. */
  readonly at: string;
}

/** Whether an answer can be carried out: nothing is written into a record that is not here. */
export function isPossible(view: ConflictView, choice: Choice): boolean {
  if (choice === 'theirs') return true;
  if (view.document === null) return false;
  return view.situation !== 'entryGone' || (choice === 'mine' && removedEntry(view) !== null);
}

export function settleOperations(view: ConflictView, answer: Answer, { by, at }: Settled): Operation[] {
  return [
    ...documentChanges(view, answer),
    {
      op: 'change',
      collection: 'conflicts',
      id: view.id,
      changes: { state: 'settled', choice: answer.choice, settledAt: at, settledBy: by },
    },
  ];
}

/** Keeping what stands changes nothing in the document. */
function documentChanges(view: ConflictView, answer: Answer): Operation[] {
  const { collection, document, conflict } = view;
  if (answer.choice === 'theirs' || document === null) return [];
  const value = answer.choice === 'other' ? answer.value : conflict.mine.value;
  return [{ op: 'change', collection, id: document.id, changes: changesFor(view, value) }];
}

function changesFor(view: ConflictView, value: unknown): Record<string, unknown> {
  const { conflict, collection, kind, situation } = view;
  const entry = situation === 'entryGone' ? removedEntry(view) : null;
  if (entry !== null) {
    const inside = conflict.path.slice(entry.path.length + 1);
    return { [entry.path]: withValueAt(entry.content, inside, value) };
  }
  const above = conflict.path.slice(0, Math.max(0, conflict.path.lastIndexOf('.')));
  // A conflict document knows no "missing": null of a map entry stands for an entry that was removed.
  const isEntry = above !== '' && isMapAt(collection, kind, above);
  return { [conflict.path]: isEntry && value === null ? undefined : value };
}

interface RemovedEntry {
  readonly path: string;
  readonly content: object;
}

/** The entry a field belonged to, as it was when it was removed; null when the history does not say. */
function removedEntry({ document, conflict }: ConflictView): RemovedEntry | null {
  if (document === null) return null;
  const keys = conflict.path.split('.');
  for (let depth = 1; depth < keys.length; depth++) {
    const path = keys.slice(0, depth).join('.');
    if (valueAt(document, path) !== undefined && valueAt(document, path) !== null) continue;
    const content = lastContentOf(document, path);
    return content === null ? null : { path, content };
  }
  return null;
}

function lastContentOf(document: LedgerDocument, path: string): object | null {
  for (const { changes } of [...editsOf(document)].reverse()) {
    const from = changes[path]?.from;
    if (typeof from === 'object' && from !== null) return from;
  }
  return null;
}
