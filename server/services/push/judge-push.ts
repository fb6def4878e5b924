/** What a push does to every document it is about, before anything is numbered or written. Pure. */
import type { CollectionName } from '@shared/domain/collections';
import type { Problem } from '@shared/problems/problem';
import type { ApplyResult, PlainDocument } from '@shared/sync/apply-edit';
import { type JudgedEdit, type Judgement, judgeDocument } from '@shared/sync/judge-document';
import type { PushedEdit } from '@shared/sync/messages';
import type { Caller } from '../caller';
import type { Places } from '../org-tree/places';
import { canonicalJson } from './canonical-json';
import { checkDocument, contentOf, screenEdit, withDefaultsFor } from './check-document';
import { placeIdOf, problemAfter, problemBefore, type Standing } from './push-access';

/** The edits of one document, in their order. */
export interface DocumentEdits {
  readonly collection: CollectionName;
  readonly id: string;
  readonly current: PlainDocument | null;
  readonly isHandedOver: boolean;
  readonly edits: readonly PushedEdit[];
}

export interface JudgedPushedEdit {
  readonly pushed: PushedEdit;
  /** What the log will say of it; written down here, because others wait once there are numbers. */
  readonly entry: string;
  readonly result: ApplyResult;
  /** Rejected because of who sent it: the answer is for her alone. */
  readonly isRefusedToSender: boolean;
  /** Made by the county because of what others did. */
  readonly isCountys: boolean;
}
export interface JudgedDocument {
  readonly collection: CollectionName;
  readonly id: string;
  readonly current: PlainDocument | null;
  readonly edits: readonly JudgedPushedEdit[];
  readonly judgement: Judgement;
}
export interface JudgedPush {
  readonly documents: readonly JudgedDocument[];
  /** The tree after the push. */
  readonly places: Places;
}

export function judgePush(caller: Caller, before: Places, documents: readonly DocumentEdits[]): JudgedPush {
  let places = before;
  const judged = placesFirst(documents).map((document) => {
    const one = judgeOne(caller, places, document);
    if (document.collection === 'orgUnits') places = withPlace(places, one);
    return one;
  });
  return { documents: judged, places };
}

/** PUSH-1. Places come before what lies in them, and a place before those this push puts below it. */
function placesFirst(documents: readonly DocumentEdits[]): DocumentEdits[] {
  const waiting = new Map(documents.filter(isPlace).map((document) => [document.id, document]));
  const ordered: DocumentEdits[] = [];
  const add = (document: DocumentEdits) => {
    // Taken out first, so that places which name each other as parents end here.
    if (!waiting.delete(document.id)) return;
    for (const parentId of parentIdsIn(document)) {
      const parent = waiting.get(parentId);
      if (parent) add(parent);
    }
    ordered.push(document);
  };
  for (const document of documents) if (isPlace(document)) add(document);
  return [...ordered, ...documents.filter((document) => !isPlace(document))];
}
const parentIdsIn = ({ edits }: DocumentEdits): string[] =>
  edits
    .flatMap(({ content, edit }) => [content?.['parentId'], edit.changes['parentId']?.to])
    .filter((parentId) => typeof parentId === 'string');
const isPlace = ({ collection }: DocumentEdits): boolean => collection === 'orgUnits';

function judgeOne(caller: Caller, places: Places, document: DocumentEdits): JudgedDocument {
  const { collection, id, isHandedOver, edits } = document;
  const current = document.current && withDefaultsFor(collection, document.current, edits);
  const standing: Standing = { collection, current, isHandedOver };
  const refusals = new Map<string, Problem>();
  const accessProblems = new Set<Problem>();
  const refused = problemBefore(places, caller, standing);
  if (refused) accessProblems.add(refused);
  const basis = current ?? edits.find(({ content }) => content !== null)?.content ?? null;
  for (const pushed of edits) {
    const problem = refused ?? screenEdit(pushed, basis);
    if (problem) refusals.set(pushed.edit.editId, problem);
  }
  const validate = (after: PlainDocument): readonly Problem[] => {
    const problem = problemAfter(places, caller, standing, after);
    if (problem) accessProblems.add(problem);
    if (problem) return [problem];
    const checked = checkDocument(collection, after);
    return checked.ok ? [] : [checked.problem];
  };
  const judgement = judgeDocument(
    current,
    edits.filter(({ edit }) => !refusals.has(edit.editId)).map((one) => incomingOf(one)),
    validate,
  );
  const judged = new Map(judgement.edits.map((one) => [one.incoming.edit.editId, one]));
  return {
    collection,
    id,
    current,
    judgement,
    edits: edits.map((pushed) => answeredOf(pushed, judged, refusals, accessProblems)),
  };
}

const incomingOf = ({ collection, edit, content }: PushedEdit) => ({
  edit,
  content: content && contentOf(collection, content),
});

function answeredOf(
  pushed: PushedEdit,
  judged: ReadonlyMap<string, JudgedEdit>,
  refusals: ReadonlyMap<string, Problem>,
  accessProblems: ReadonlySet<Problem>,
): JudgedPushedEdit {
  const refusal = refusals.get(pushed.edit.editId);
  const result: ApplyResult | undefined = refusal
    ? { outcome: 'rejected', problem: refusal }
    : judged.get(pushed.edit.editId)?.result;
  if (!result) throw new Error('an edit was neither judged nor refused');
  return {
    pushed,
    entry: canonicalJson(pushed),
    result,
    isRefusedToSender: result.outcome === 'rejected' && accessProblems.has(result.problem),
    isCountys: false,
  };
}

/** The tree after the edits of one place. */
function withPlace(places: Places, { judgement }: JudgedDocument): Places {
  const { document, isTouched } = judgement;
  if (document === null || !isTouched) return places;
  const { id, parentId, level, name } = document;
  return places.with({
    id: String(id),
    parentId: typeof parentId === 'string' ? parentId : null,
    level: String(level),
    name: String(name),
  });
}

/** Where the document lay before the push; null when the county did not have it. */
export const placeBefore = ({ collection, current }: JudgedDocument): string | null =>
  current && placeIdOf(collection, current);
/** Where the document lies after the push; null when the county still does not have it. */
export const placeAfter = ({ collection, judgement }: JudgedDocument): string | null =>
  judgement.document && placeIdOf(collection, judgement.document);
