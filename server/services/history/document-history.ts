/** What became of every edit of one document (SPEC.md, HIST-2). */
import { accountProblems } from '@shared/problems/account-problems';
import type { HistoryReply, LoggedEdit } from '@shared/sync/county-messages';
import { maskEditOf } from '@shared/sync/mask-document';
import type { EditAnswer, PushedEdit } from '@shared/sync/messages';
import { listInScope } from '../../repositories/agreement';
import { type DocumentKey, keyText, listConflictKeys } from '../../repositories/documents';
import { type AttributedEntry, listEditsOfDocument } from '../../repositories/edit-log';
import { listPlacesById } from '../../repositories/org-tree';
import type { Caller } from '../caller';
import { requireReading } from '../county';
import type { Environment } from '../environment';
import { Places } from '../org-tree/places';
import { parsedItem, shownTo } from '../pull/page-items';
import { isStorableText } from '../push/storable';
import { Refusal } from '../refusal';
import { scopeOf, viewOf } from '../scope';

/**
 * @throws Refusal `deviceDraining`; `notFound` for a document outside the caller's scope as for one nobody has
 */
export async function readHistory(
  { database }: Environment,
  caller: Caller,
  key: DocumentKey,
): Promise<HistoryReply> {
  requireReading(caller);
  const scope = scopeOf(caller);
  const found = isStorableText(key.id) ? await listInScope(database, scope, [key]) : new Map();
  if (!found.has(keyText(key))) throw new Refusal(accountProblems.notFound({}));
  const entries = await listEditsOfDocument(database, caller.countyId, key);
  const placeIds = [...new Set(entries.map(({ placeId }) => placeId))];
  const places = new Places(await listPlacesById(database, caller.countyId, placeIds));
  const conflictKeys = await listConflictKeys(database, caller.countyId, key);
  const conflicts = await listInScope(database, scope, conflictKeys);
  return {
    edits: entries.filter((entry) => isTold(places, caller, entry)).map((entry) => toLogged(caller, entry)),
    conflicts: [...conflicts.values()].map((item) => parsedItem(shownTo(caller, item))),
  };
}

/** SCOPE-8: what somebody elsewhere tried and was refused is her own matter. */
const isTold = (places: Places, { scopeRootId }: Caller, { outcome, placeId }: AttributedEntry): boolean =>
  outcome !== 'rejected' || places.isWithin(placeId, scopeRootId);

function toLogged(caller: Caller, entry: AttributedEntry): LoggedEdit {
  // Only this program writes entries and answers.
  const { collection, edit } = JSON.parse(entry.entry) as PushedEdit;
  const answer = JSON.parse(entry.answer) as EditAnswer;
  const shown = viewOf(caller) === 'masked' ? maskEditOf(collection, edit) : edit;
  return {
    editId: entry.editId,
    op: edit.op,
    at: edit.at,
    by: edit.by,
    // Masking keeps the shape of changes.
    changes: shown.changes as LoggedEdit['changes'],
    outcome: entry.outcome,
    seq: entry.seq,
    problem: answer.outcome === 'rejected' ? answer.problem : null,
    sentAt: entry.sentAt,
    receivedAt: entry.receivedAt,
    sentBy: entry.userName ?? entry.userId,
    height: entry.height,
    hash: entry.hash,
  };
}
