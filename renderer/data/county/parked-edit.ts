/** The parking bay (搁置箱): an edit the county refused, as a document that waits for a person (SPEC, REJECT). */
import { valueAt } from '@shared/domain/changes';
import type { ParkedEdit } from '@shared/domain/conflict';
import type { LedgerDocument } from '@shared/domain/document';
import type { Edit } from '@shared/domain/edit';
import { syncProblems } from '@shared/problems/sync-problems';
import type { EditAnswer, PushedEdit } from '@shared/sync/messages';

const outOfReach = syncProblems.outsideScope({}).code;

export interface Rejection {
  readonly pushed: PushedEdit;
  readonly problem: Extract<EditAnswer, { outcome: 'rejected' }>['problem'];
}

/**
 * Named by the refused edit, so that parking again after a crash finds it there. Whoever made the edit made this
 * document too: nobody else knows of it until it is handed over.
 * @param document where the edit was made; still carries it
 * @param homeId the office's own level, where edits of records out of its reach are parked: handed over, the parked edit
 *   must lie where the office may write (SCOPE-3); null before the first set-up
 */
export function parkedEdit(
  { pushed, problem }: Rejection,
  document: LedgerDocument,
  creation: Omit<Edit, 'op' | 'changes' | 'batchId' | 'note'>,
  homeId: string | null,
): ParkedEdit {
  const { edit } = pushed;
  const isOutOfReach = problem.code === outOfReach;
  const { at, by } = creation;
  return {
    id: edit.editId,
    orgUnitId: (isOutOfReach ? homeId : null) ?? document.orgUnitId,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    rev: 0,
    deletedAt: null,
    source: 'sync',
    importBatchId: null,
    attachments: {},
    kept: {},
    ext: {},
    history: [],
    seq: null,
    pending: [{ ...creation, op: 'create', changes: {}, batchId: null, note: null }],
    isPending: false,
    kind: 'parked',
    documentCollection: pushed.collection,
    documentId: pushed.documentId,
    state: 'open',
    settledAt: null,
    settledBy: null,
    edit: document.pending.find(({ editId }) => editId === edit.editId) ?? edit,
    content: pushed.content,
    problemCode: problem.code,
    problemText: problem.text.slice(0, 500),
    outcome: null,
    reason: null,
  };
}

/** In the parking bay of this device only: nobody has dealt with it, and it was not handed over. */
export const isWaiting = (document: LedgerDocument | null | undefined): document is LedgerDocument =>
  document != null &&
  valueAt(document, 'kind') === 'parked' &&
  valueAt(document, 'state') === 'open' &&
  document.seq === null &&
  !document.isPending;
