/**
 * From what a screen asks for to the documents that would result, checked but not written: several operations on
 * one document become one edit.
 */
import { withValueAt } from '@shared/domain/changes';
import { type CollectionName, collectionLabels } from '@shared/domain/collections';
import { bookkeepingFields, type LedgerDocument } from '@shared/domain/document';
import { dataProblems } from '@shared/problems/data-problems';
import { breathe } from './breathe';
import { changeEdit, createEdit, type DocumentEdit, type EditContext, parseDocument } from './document-edit';
import { fieldProblems } from './field-problems';
import { owningOrgUnit } from './owning-org-unit';
import type { CreateOperation, Operation, OperationProblem } from './register-store';

export interface CommitPlan {
  readonly edits: readonly DocumentEdit[];
  /** One per operation. */
  readonly ids: readonly string[];
  readonly problems: readonly OperationProblem[];
}

export type FindDocument = (collection: CollectionName, id: string) => LedgerDocument | undefined;

/** A document in the making. */
interface Draft {
  readonly collection: CollectionName;
  readonly before: LedgerDocument | null;
  /** Not yet checked: fields as the operations left them. */
  readonly after: LedgerDocument;
  /** The operation that touched it last, to which problems are reported. */
  readonly operation: number;
}

/**
 * @param homeOrgUnitId org unit of documents that name no other owner; null before the first set-up
 * @returns at once for a few documents: the edit of a cell is under way to the disk before the page is painted anew
 */
export function planCommit(
  operations: readonly Operation[],
  find: FindDocument,
  homeOrgUnitId: string | null,
  context: EditContext,
): CommitPlan | Promise<CommitPlan> {
  const homeId = homeOrgUnitId ?? homeOfNewOffice(operations);
  const { drafts, ids, problems } = collectDrafts(operations, find, homeId, context);
  const edits: DocumentEdit[] = [];
  const checkPart = (start: number): void => {
    for (const draft of drafts.slice(start, start + checkedAtOnce)) {
      const checked = checkDraft(draft, context);
      problems.push(...checked.problems);
      if (checked.edit) edits.push(checked.edit);
    }
  };
  const checkAll = async (): Promise<CommitPlan> => {
    for (let start = 0; start < drafts.length; start += checkedAtOnce) {
      if (start > 0) await breathe();
      checkPart(start);
    }
    return { edits, ids, problems };
  };
  if (drafts.length > checkedAtOnce) return checkAll();
  checkPart(0);
  return { edits, ids, problems };
}

/** Documents checked between two breaths of the page: an import has thousands. */
const checkedAtOnce = 200;

/** `edit` null = it is refused, or nothing differs. */
function checkDraft(
  { collection, before, after, operation }: Draft,
  context: EditContext,
): { readonly edit: DocumentEdit | null; readonly problems: readonly OperationProblem[] } {
  const parsed = parseDocument(collection, after);
  if (!parsed.ok) {
    const problems = fieldProblems(collection, after, parsed.error);
    return { edit: null, problems: problems.map((problem) => ({ operation, problem })) };
  }
  const { document } = parsed;
  const edit = before
    ? changeEdit(collection, before, document, context)
    : createEdit(collection, document, context);
  return { edit, problems: [] };
}

function collectDrafts(
  operations: readonly Operation[],
  find: FindDocument,
  homeId: string | null,
  context: EditContext,
) {
  const drafts = new Map<string, Draft>();
  const problems: OperationProblem[] = [];
  const keyOf = (collection: CollectionName, id: string) => `${collection}/${id}`;
  const findNow: FindDocument = (collection, id) =>
    drafts.get(keyOf(collection, id))?.after ?? find(collection, id);
  const ids = operations.map((operation, index) => {
    const { collection } = operation;
    const id = (operation.op === 'create' ? operation.draft.id : operation.id) ?? context.newId();
    const now = findNow(collection, id);
    const refusal = refusalOf(operation, now, id);
    if (refusal) {
      problems.push({ operation: index, problem: refusal });
      return id;
    }
    const after =
      operation.op === 'create'
        ? firstState(operation, id, findNow, homeId, context)
        : nextState(operation, now, context.at);
    const before = find(collection, id) ?? null;
    drafts.set(keyOf(collection, id), { collection, before, after, operation: index });
    return id;
  });
  return { drafts: [...drafts.values()], ids, problems };
}

/** The commit that sets the register up brings the office along. */
function homeOfNewOffice(operations: readonly Operation[]): string | null {
  for (const operation of operations)
    if (operation.op === 'create' && 'homeOrgUnitId' in operation.draft) return operation.draft.homeOrgUnitId;
  return null;
}

function refusalOf(operation: Operation, now: LedgerDocument | undefined, id: string) {
  const collection = collectionLabels[operation.collection];
  if (operation.op === 'create') return now ? dataProblems.duplicateId({ collection, id }) : null;
  if (!now) return dataProblems.missingDocument({ collection, id });
  if (operation.op !== 'change') return null;
  const path = Object.keys(operation.changes).find((key) => bookkeepingFields.has(key.split('.')[0] ?? key));
  return path === undefined ? null : dataProblems.readOnlyField({ path }, path);
}

function firstState(
  operation: CreateOperation,
  id: string,
  find: FindDocument,
  homeId: string | null,
  context: EditContext,
): LedgerDocument {
  const { draft } = operation;
  const orgUnitId =
    draft.orgUnitId ?? (operation.collection === 'orgUnits' ? id : owningOrgUnit({ ...draft }, find, homeId));
  const bookkeeping = {
    id,
    orgUnitId,
    createdAt: context.at,
    createdBy: context.by,
    updatedAt: context.at,
    updatedBy: context.by,
    rev: 0,
    deletedAt: null,
    source: draft.source ?? 'manual',
    importBatchId: draft.importBatchId ?? null,
    history: [],
    seq: null,
    pending: [],
    isPending: true,
  };
  // Checked by parseDocument before anything is made of it, which also fills the defaults.
  return { ...draft, ...bookkeeping } as unknown as LedgerDocument;
}

function nextState(
  operation: Exclude<Operation, CreateOperation>,
  now: LedgerDocument | undefined,
  at: string,
): LedgerDocument {
  if (!now) throw new Error('refusalOf lets no change through without its document');
  switch (operation.op) {
    case 'change':
      return Object.entries(operation.changes).reduce(
        (document, [path, value]) => withValueAt(document, path, value),
        now,
      );
    case 'delete':
      return now.deletedAt === null ? { ...now, deletedAt: at } : now;
    case 'restore':
      return { ...now, deletedAt: null };
  }
}
