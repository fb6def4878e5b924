/** Whether a document is what its log says (SPEC.md, HIST-1 and HIST-2): judged once more, from its creation on. Pure. */
import { isSame } from '@shared/domain/changes';
import { collectionLabels } from '@shared/domain/collections';
import { bookkeepingFields } from '@shared/domain/document';
import type { Problem } from '@shared/problems/problem';
import { serverProblems } from '@shared/problems/server-problems';
import type { PlainDocument } from '@shared/sync/apply-edit';
import { judgeDocument } from '@shared/sync/judge-document';
import type { PushedEdit } from '@shared/sync/messages';
import type { LoggedDocument } from '../../repositories/verify-log';
import { checkDocument, contentOf } from '../push/check-document';
import { placeIdOf } from '../push/push-access';

/** @returns everything that does not fit; empty when the document is what its log makes of it */
export function verifyDocument(logged: LoggedDocument): Problem[] {
  const { collection, id } = logged;
  const about = { collection: collectionLabels[collection], id };
  // Only this program writes bodies, and only as objects.
  const body = JSON.parse(logged.body) as PlainDocument;
  const rebuilt = rebuild(logged);
  return [
    ...(isFiled(logged, body) ? [] : [serverProblems.documentMisfiled(about)]),
    ...(rebuilt !== null && hasSameFields(logged, body, rebuilt)
      ? []
      : [serverProblems.documentDiffers(about)]),
    ...(hasSameHistory(logged, body) ? [] : [serverProblems.historyDiffers(about)]),
  ];
}

/** What stands beside the body in the table, for scopes, pages and deletions. */
const isFiled = ({ collection, id, placeId, seq, isDeleted }: LoggedDocument, body: PlainDocument): boolean =>
  body['id'] === id &&
  body['seq'] === seq &&
  placeIdOf(collection, body) === placeId &&
  (typeof body['deletedAt'] === 'string') === isDeleted;

/**
 * The document after every edit the county took. The same edits in the same order were valid then: only what depends on
 * the document itself is judged again, not who may do what.
 * @returns null when an edit has another outcome now than it had
 */
function rebuild({ collection, taken }: LoggedDocument): PlainDocument | null {
  // Only this program writes entries.
  const pushed = taken.map(({ entry }) => JSON.parse(entry) as PushedEdit);
  const incoming = pushed.map(({ edit, content }) => {
    return { edit, content: content && contentOf(collection, content) };
  });
  const { document, edits } = judgeDocument(null, incoming, () => []);
  return edits.every(({ result }, i) => result.outcome === taken[i]?.outcome) ? document : null;
}

function hasSameFields({ collection }: LoggedDocument, body: PlainDocument, rebuilt: PlainDocument): boolean {
  const fieldsOf = (document: PlainDocument) => {
    // An older program may have stored fewer fields: what it left out is what the schema fills in.
    const checked = checkDocument(collection, document);
    const entries = Object.entries(checked.ok ? checked.document : document);
    return Object.fromEntries(entries.filter(([field]) => !bookkeepingFields.has(field)));
  };
  return isSame(fieldsOf(body), fieldsOf(rebuilt));
}

/** The edits in their order, each with its number; the document's own number is later when only its place moved. */
function hasSameHistory({ taken }: LoggedDocument, { history, rev, seq }: PlainDocument): boolean {
  const told = Array.isArray(history) ? history : [];
  const isTold = taken.every(({ editId, seq: number }, i) => {
    const one: unknown = told[i];
    return typeof one === 'object' && one !== null && isSame({ ...pick(one) }, { editId, seq: number });
  });
  const last = taken.at(-1)?.seq ?? 0;
  return isTold && told.length === taken.length && rev === told.length && Number(seq) >= last;
}

const pick = (one: object) => {
  const { editId, seq } = one as { readonly editId?: unknown; readonly seq?: unknown };
  return { editId, seq };
};
