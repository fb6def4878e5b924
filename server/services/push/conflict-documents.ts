/** Documents the county itself makes or moves because of a push: conflicts (SPEC.md, CONFLICT-1 and CONFLICT-3). Pure. */
import { createHash } from 'node:crypto';
import type { CollectionName } from '@shared/domain/collections';
import { conflictSchema } from '@shared/domain/conflict';
import type { Edit } from '@shared/domain/edit';
import type { ApplyResult, PlainDocument } from '@shared/sync/apply-edit';
import { conflictsOf, type Judgement, judgeDocument } from '@shared/sync/judge-document';
import type { PushedEdit } from '@shared/sync/messages';
import { canonicalJson } from './canonical-json';
import type { JudgedDocument, JudgedPushedEdit } from './judge-push';
import { placeIdOf } from './push-access';

/** Who writes when nobody did. */
export const countyName = '县级';

/**
 * Ids come from the edit and the path: after a restore the same conflict found again is the same document, whether the
 * county or a device brings it back first.
 */
const idFrom = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

/** Ids of the conflicts an answer brings about; none for other outcomes. */
export const conflictIdsOf = (editId: string, result: ApplyResult): string[] =>
  result.outcome === 'conflicted' ? result.conflicts.map(({ path }) => idFrom('conflict', editId, path)) : [];

/** @param document the stamped document, whose history tells who wrote the county's value */
export function newConflicts(
  collection: CollectionName,
  document: PlainDocument,
  { pushed, result }: JudgedPushedEdit,
  at: string,
): JudgedDocument[] {
  const judged = { incoming: { edit: pushed.edit, content: null }, result };
  return conflictsOf(document, judged).map((content) => {
    const id = idFrom('conflict', pushed.edit.editId, content.path);
    const whole = conflictSchema.parse({
      ...content,
      id,
      documentCollection: collection,
      orgUnitId: placeIdOf(collection, document),
      createdAt: at,
      createdBy: countyName,
      updatedAt: at,
      updatedBy: countyName,
      rev: 0,
      source: 'sync',
    });
    const { pending: _, isPending: __, ...fields } = whole;
    return judgedAlone(id, null, countyEdit('create', idFrom('create', id), {}, at), fields);
  });
}

/** CONFLICT-3. @param conflict as it is; it may have been changed by the same push before */
export function withMove(
  conflict: JudgedDocument | PlainDocument,
  toPlaceId: string,
  editId: string,
  at: string,
): JudgedDocument {
  const document = isJudged(conflict) ? conflict.judgement.document : conflict;
  if (document === null) throw new Error('a conflict that is not there cannot move');
  const changes = { orgUnitId: { from: document['orgUnitId'], to: toPlaceId } };
  const move = judgedAlone(String(document['id']), document, countyEdit('change', editId, changes, at), null);
  if (!isJudged(conflict)) return move;
  return {
    ...conflict,
    edits: [...conflict.edits, ...move.edits],
    judgement: { ...move.judgement, edits: [...conflict.judgement.edits, ...move.judgement.edits] },
  };
}
const isJudged = (one: JudgedDocument | PlainDocument): one is JudgedDocument => 'judgement' in one;

function judgedAlone(
  id: string,
  current: PlainDocument | null,
  edit: Edit,
  content: PlainDocument | null,
): JudgedDocument {
  // The county's own documents satisfy their schema when they are made.
  const judgement: Judgement = judgeDocument(current, [{ edit, content }], () => []);
  const pushed: PushedEdit = { collection: 'conflicts', documentId: id, edit, content };
  const edits = judgement.edits.map(({ result }) => ({
    pushed,
    entry: canonicalJson(pushed),
    result,
    isRefusedToSender: false,
    isCountys: true,
  }));
  return { collection: 'conflicts', id, current, judgement, edits };
}

const countyEdit = (op: Edit['op'], editId: string, changes: Edit['changes'], at: string): Edit => ({
  editId,
  op,
  at,
  by: countyName,
  device: countyName,
  changes,
  batchId: null,
  note: null,
});
