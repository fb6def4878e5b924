/** What the county does with one edit (SPEC.md, APPLY and PUSH-3). Pure: the caller stores the result. */
import { applyChanges, hasParent, isSame, valueAt, withValueAt } from '@shared/domain/changes';
import { bookkeepingFields } from '@shared/domain/document';
import type { Changes, Edit } from '@shared/domain/edit';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';

/** A document as plain data; the schema of its collection is checked through `validate`. */
export type PlainDocument = Readonly<Record<string, unknown>>;

/** A path two offices changed differently. Missing sides mean "no such map entry". */
export interface PathConflict {
  readonly path: string;
  readonly before: unknown;
  /** The county's value, which stays. */
  readonly theirs: unknown;
  readonly mine: unknown;
}

export type ApplyResult =
  /** `applied`: the changes the document really took; empty when it had them all already, or was created. */
  | { readonly outcome: 'accepted'; readonly document: PlainDocument; readonly applied: Changes }
  | {
      readonly outcome: 'conflicted';
      readonly document: PlainDocument;
      readonly applied: Changes;
      readonly conflicts: readonly PathConflict[];
    }
  | { readonly outcome: 'rejected'; readonly problem: Problem };

export interface IncomingEdit {
  readonly edit: Edit;
  /** Content of a `create` edit (EDIT-3); null for changes. */
  readonly content: PlainDocument | null;
}

/** Problems of a document against its collection's schema; empty when it satisfies it. */
export type ValidateDocument = (document: PlainDocument) => readonly Problem[];

/** @param current the county's document; null when it has none with this id. */
export function applyEdit(
  current: PlainDocument | null,
  incoming: IncomingEdit,
  validate: ValidateDocument,
): ApplyResult {
  const { edit, content } = incoming;
  if (edit.op === 'create') return applyCreate(current, content, validate);
  if (current === null) return { outcome: 'rejected', problem: syncProblems.unknownDocument({}) };
  const forbidden = Object.keys(edit.changes).find((path) => bookkeepingFields.has(path.split('.')[0] ?? ''));
  if (forbidden !== undefined)
    return { outcome: 'rejected', problem: syncProblems.bookkeepingChanged({ path: forbidden }, forbidden) };
  return applyChange(current, edit.changes, validate);
}

function applyCreate(
  current: PlainDocument | null,
  content: PlainDocument | null,
  validate: ValidateDocument,
): ApplyResult {
  if (content === null) return { outcome: 'rejected', problem: syncProblems.contentMissing({}) };
  if (current !== null)
    return isSame(withoutBookkeeping(current), withoutBookkeeping(content))
      ? { outcome: 'accepted', document: current, applied: {} }
      : { outcome: 'rejected', problem: syncProblems.idTaken({}) };
  const [problem] = validate(content);
  return problem ? { outcome: 'rejected', problem } : { outcome: 'accepted', document: content, applied: {} };
}

function applyChange(current: PlainDocument, changes: Changes, validate: ValidateDocument): ApplyResult {
  const { wanted, conflicts } = judgePaths(current, changes);
  const document = applyChanges(current, wanted);
  const [problem] = Object.keys(wanted).length > 0 ? validate(document) : [];
  if (problem) return { outcome: 'rejected', problem };
  return conflicts.length === 0
    ? { outcome: 'accepted', document, applied: wanted }
    : { outcome: 'conflicted', document, applied: wanted, conflicts };
}

/** APPLY-1 to APPLY-5: which paths to set and which to keep aside. */
function judgePaths(current: PlainDocument, changes: Changes) {
  const wanted: Changes = {};
  const conflicts: PathConflict[] = [];
  for (const [path, change] of Object.entries(changes)) {
    const value = valueAt(current, path);
    if (isSame(value, change.to)) continue;
    if (isSame(value, change.from) && hasParent(current, path)) wanted[path] = change;
    else conflicts.push({ path, before: change.from, theirs: value, mine: change.to });
  }
  return { wanted, conflicts };
}

const withoutBookkeeping = (document: PlainDocument): PlainDocument =>
  [...bookkeepingFields].reduce<PlainDocument>((rest, key) => withValueAt(rest, key, undefined), document);
