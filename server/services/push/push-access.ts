/** Whether somebody may make an edit where she makes it (SPEC.md, SCOPE-3, SCOPE-5 and ROLE). Pure. */
import type { CollectionName } from '@shared/domain/collections';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import { isSynced, mayWrite, roles } from '@shared/sync/access';
import type { PlainDocument } from '@shared/sync/apply-edit';
import type { Caller } from '../caller';
import type { Places } from '../org-tree/places';

/** Where a document lies; an orgUnits document lies in itself. */
export const placeIdOf = (collection: CollectionName, document: PlainDocument): string =>
  String(collection === 'orgUnits' ? document['id'] : document['orgUnitId']);

/** The document an edit is about, as the county has it. */
export interface Standing {
  readonly collection: CollectionName;
  /** null: the county does not have it. */
  readonly current: PlainDocument | null;
  /** It left the caller's scope after the device last heard of the county (SCOPE-5). */
  readonly isHandedOver: boolean;
}

const roleProblem = ({ role }: Caller): Problem => syncProblems.roleMayNot({ role: roles.labels[role] });

/** What keeps the caller from touching the document as it is; null when nothing does. */
export function problemBefore(places: Places, caller: Caller, standing: Standing): Problem | null {
  const { collection, current, isHandedOver } = standing;
  if (current === null) return null;
  if (!isHandedOver && !places.isWithin(placeIdOf(collection, current), caller.scopeRootId))
    return syncProblems.outsideScope({});
  return mayWrite(caller.role, collection, current) ? null : roleProblem(caller);
}

/** What keeps the caller from leaving the document like this; null when nothing does. */
export function problemAfter(
  places: Places,
  caller: Caller,
  standing: Standing,
  after: PlainDocument,
): Problem | null {
  const { collection } = standing;
  const where = collection === 'orgUnits' ? problemOfParent : problemOfPlace;
  const problem = where(places, caller, standing, after);
  if (problem) return problem;
  if (!mayWrite(caller.role, collection, after)) return roleProblem(caller);
  return collection === 'settings' && !isSynced(collection, after) ? syncProblems.staysOnDevice({}) : null;
}

function problemOfPlace(places: Places, caller: Caller, standing: Standing, after: PlainDocument) {
  const placeId = placeIdOf(standing.collection, after);
  if (places.isWithin(placeId, caller.scopeRootId)) return null;
  const stays = standing.current !== null && placeIdOf(standing.collection, standing.current) === placeId;
  return standing.isHandedOver && stays ? null : syncProblems.outsideScope({});
}

/** A place hangs below one of the caller's; only the county itself hangs below nothing, and only once. */
function problemOfParent(places: Places, caller: Caller, { current }: Standing, after: PlainDocument) {
  const [id, parentId] = [String(after['id']), after['parentId']];
  const old = places.find(id);
  if (current !== null && (old?.parentId ?? null) === parentId) return null;
  if (typeof parentId !== 'string') {
    const isFirst = old === null && id === caller.scopeRootId;
    return isFirst ? null : syncProblems.outsideScope({});
  }
  if (parentId === id || places.isWithin(parentId, id)) return syncProblems.placeInsideItself({}, 'parentId');
  const mayTake =
    old === null || (old.parentId !== null && places.isWithin(old.parentId, caller.scopeRootId));
  const mayGive = places.isWithin(parentId, caller.scopeRootId);
  return mayTake && mayGive ? null : syncProblems.outsideScope({});
}
