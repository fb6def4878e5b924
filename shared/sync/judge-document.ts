/** What the county makes of the edits of one document (SPEC.md, APPLY, HIST and CONFLICT). Pure: the caller stores it. */

import { valueAt } from '@shared/domain/changes';
import type { AnsweredEdit, Changes } from '@shared/domain/edit';
import {
  type ApplyResult,
  applyEdit,
  type IncomingEdit,
  type PathConflict,
  type PlainDocument,
  type ValidateDocument,
} from './apply-edit';

export interface JudgedEdit {
  readonly incoming: IncomingEdit;
  readonly result: ApplyResult;
}

export interface Judgement {
  readonly edits: readonly JudgedEdit[];
  /** The document with all applied changes, not yet numbered; null = the county still has none. */
  readonly document: PlainDocument | null;
  /** Whether the document gets a new number: something was applied, kept aside, or created. */
  readonly isTouched: boolean;
}

/** Judges edits of one document in their order, each on what its predecessors left (EDIT-2, PUSH-4). */
export function judgeDocument(
  current: PlainDocument | null,
  incoming: readonly IncomingEdit[],
  validate: ValidateDocument,
): Judgement {
  let document = current;
  const edits = incoming.map((one): JudgedEdit => {
    const result = applyEdit(document, one, validate);
    if (result.outcome !== 'rejected') document = result.document;
    return { incoming: one, result };
  });
  return { edits, document, isTouched: edits.some(({ result }) => result.outcome !== 'rejected') };
}

export interface Stamp {
  readonly seq: number;
  /** By the county's clock. */
  readonly receivedAt: string;
  readonly sentBy: string;
}

/** HIST-1: the county's document after a judgement; null when there is none. */
export function stampDocument({ edits, document, isTouched }: Judgement, stamp: Stamp): PlainDocument | null {
  if (document === null || !isTouched) return document;
  const answered = edits.flatMap(({ incoming, result }): AnsweredEdit[] =>
    result.outcome === 'rejected'
      ? []
      : [{ ...incoming.edit, ...stamp, changes: result.applied, kept: keptOf(result) }],
  );
  const last = answered.at(-1);
  const history = [...knownHistory(document), ...answered];
  return {
    ...document,
    history,
    seq: stamp.seq,
    rev: history.length,
    ...(last && last.op === 'change' ? { updatedAt: last.at, updatedBy: last.by } : {}),
  };
}

function keptOf(result: ApplyResult): Changes {
  if (result.outcome !== 'conflicted') return {};
  return Object.fromEntries(
    result.conflicts.map(({ path, before, mine }) => [
      path,
      { ...(before === undefined ? {} : { from: before }), ...(mine === undefined ? {} : { to: mine }) },
    ]),
  );
}

/** A document the county has written carries its history; a created one has none yet, whatever it claims. */
function knownHistory(document: PlainDocument): readonly AnsweredEdit[] {
  const { history, seq } = document;
  // Only this file writes `history` of a numbered document.
  return typeof seq === 'number' && Array.isArray(history) ? (history as AnsweredEdit[]) : [];
}

/** CONFLICT-1: one document per conflicting path, without id and bookkeeping of the store. */
export interface ConflictContent {
  readonly kind: 'conflict';
  readonly documentId: string;
  readonly orgUnitId: string;
  readonly path: string;
  readonly before: unknown;
  readonly theirs: {
    readonly value: unknown;
    readonly by: string;
    readonly at: string;
    readonly editId: string | null;
  };
  readonly mine: {
    readonly value: unknown;
    readonly by: string;
    readonly at: string;
    readonly editId: string;
  };
  readonly state: 'open';
}

/** @param document the stamped document, whose history tells who wrote the county's value */
export function conflictsOf(document: PlainDocument, { incoming, result }: JudgedEdit): ConflictContent[] {
  if (result.outcome !== 'conflicted') return [];
  const { edit } = incoming;
  return result.conflicts.map((conflict) => ({
    kind: 'conflict',
    documentId: String(document['id']),
    orgUnitId: String(document['orgUnitId']),
    path: conflict.path,
    before: conflict.before ?? null,
    theirs: theirSide(document, conflict),
    mine: { value: conflict.mine ?? null, by: edit.by, at: edit.at, editId: edit.editId },
    state: 'open',
  }));
}

function theirSide(document: PlainDocument, { path, theirs }: PathConflict): ConflictContent['theirs'] {
  const writer = knownHistory(document).findLast(({ changes }) => touches(changes, path));
  return {
    value: theirs ?? null,
    by: writer?.by ?? String(valueAt(document, 'createdBy')),
    at: writer?.at ?? String(valueAt(document, 'createdAt')),
    editId: writer?.editId ?? null,
  };
}

const touches = (changes: Changes, path: string): boolean =>
  Object.keys(changes).some((other) => `${path}.`.startsWith(`${other}.`) || other.startsWith(`${path}.`));
