/**
 * One unit entered twice: everything that points to the duplicate points to the kept one, whose empty fields are
 * filled from it; the duplicate leaves the register and is in no count of any day. One undo step.
 */

import type { Register } from '@shared/domain/collections';
import { bookkeepingFields } from '@shared/domain/document';
import type { Assignment, Instructor } from '@shared/domain/instructor';
import type { Cover, PartyOrg } from '@shared/domain/party-org';
import type { Unit } from '@shared/domain/unit';
import type { ChangeOperation, CommitResult, Operation, RegisterStore } from './register-store';

export async function mergeUnits(
  store: RegisterStore,
  keptId: string,
  duplicateId: string,
): Promise<CommitResult> {
  const operations = planUnitMerge(store.snapshot(), keptId, duplicateId);
  const kept = store.table('units').get(keptId);
  return store.commit(operations, { label: `合并重复单位到${kept?.name ?? ''}`, batchId: store.newId() });
}

/** @throws when one of the two is not in the register: the screen offers only live units */
export function planUnitMerge(register: Register, keptId: string, duplicateId: string): Operation[] {
  const kept = register.units.find((unit) => unit.id === keptId);
  const duplicate = register.units.find((unit) => unit.id === duplicateId);
  if (!kept || !duplicate || kept === duplicate) throw new Error('a merge needs two units of the register');
  return [
    { op: 'change', collection: 'units', id: keptId, changes: combined(kept, duplicate) },
    ...register.partyOrgs.flatMap((org) => coversMoved(org, keptId, duplicateId)),
    ...register.instructors.flatMap((instructor) => assignmentsMoved(instructor, keptId, duplicateId)),
    ...plainReferencesMoved(register, keptId, duplicateId),
    {
      op: 'change',
      collection: 'units',
      id: duplicateId,
      // Without a start day the state holds on every day, so that no recount of the past finds the firm twice.
      changes: { status: 'merged', statusSince: null, remarks: remarkOf(duplicate, kept) },
    },
    { op: 'delete', collection: 'units', id: duplicateId },
  ];
}

const remarkOf = (duplicate: Unit, kept: Unit): string =>
  [duplicate.remarks, `与“${kept.name}”重复，已合并`]
    .filter((part) => part !== null)
    .join('；')
    .slice(0, 500);

/** State and history of the kept unit are its own; everything else empty is filled from the duplicate. */
const ownFields = new Set([
  ...bookkeepingFields,
  'orgUnitId',
  'deletedAt',
  'name',
  'formerNames',
  'status',
  'statusSince',
  'pastStatuses',
  'kept',
  'ext',
]);

function combined(kept: Unit, duplicate: Unit): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(kept)) {
    if (!ownFields.has(field)) fillGaps(field, value, duplicate[field as keyof Unit], changes);
  }
  const names = new Set([...kept.formerNames, duplicate.name, ...duplicate.formerNames]);
  names.delete(kept.name);
  return { ...changes, formerNames: [...names] };
}

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fillGaps(path: string, mine: unknown, theirs: unknown, changes: Record<string, unknown>): void {
  if (theirs === null || theirs === undefined) return;
  if (mine === null || mine === undefined) changes[path] = theirs;
  else if (Array.isArray(mine) && Array.isArray(theirs)) {
    const all = [...new Set([...mine, ...theirs])];
    if (all.length > mine.length) changes[path] = all;
  } else if (isPlain(mine) && isPlain(theirs))
    for (const [key, value] of Object.entries(theirs)) fillGaps(`${path}.${key}`, mine[key], value, changes);
}

function coversMoved(org: PartyOrg, keptId: string, duplicateId: string): Operation[] {
  const changes = {
    ...entriesMoved('covers', org.covers, keptId, duplicateId),
    ...(org.hostUnitId === duplicateId ? { hostUnitId: keptId } : {}),
  };
  return changeOf('partyOrgs', org.id, changes);
}

const assignmentsMoved = (instructor: Instructor, keptId: string, duplicateId: string): Operation[] =>
  changeOf(
    'instructors',
    instructor.id,
    entriesMoved('assignments', instructor.assignments, keptId, duplicateId),
  );

/** Entries of the duplicate go to the kept unit; where both have an open one, the older start remains, once. */
function entriesMoved(
  field: 'covers' | 'assignments',
  entries: Readonly<Record<string, Cover | Assignment>>,
  keptId: string,
  duplicateId: string,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const all = Object.entries(entries);
  const [openId, open] = all.find(([, entry]) => entry.unitId === keptId && entry.to === null) ?? [];
  for (const [entryId, entry] of all) {
    if (entry.unitId !== duplicateId) continue;
    if (entry.to === null && open && openId !== undefined) {
      changes[`${field}.${entryId}`] = undefined;
      if (open.from !== null && (entry.from === null || entry.from < open.from))
        changes[`${field}.${openId}.from`] = entry.from;
    } else changes[`${field}.${entryId}.unitId`] = keptId;
  }
  return changes;
}

/** Documents with one plain field that names a unit. */
const plainReferences = [
  ['people', 'workUnitId'],
  ['partyRooms', 'unitId'],
  ['records', 'unitId'],
  ['assessments', 'unitId'],
  ['units', 'headUnitId'],
] as const;

function plainReferencesMoved(register: Register, keptId: string, duplicateId: string): Operation[] {
  return plainReferences.flatMap(([collection, field]) => {
    const documents: readonly { readonly id: string }[] = register[collection];
    return documents
      .filter((document) => field in document && document[field as keyof typeof document] === duplicateId)
      .map(({ id }): ChangeOperation => {
        // The kept unit may have been entered as a branch of its own duplicate.
        const changes = { [field]: id === keptId ? null : keptId };
        return { op: 'change', collection, id, changes };
      });
  });
}

const changeOf = (
  collection: ChangeOperation['collection'],
  id: string,
  changes: Record<string, unknown>,
): Operation[] => (Object.keys(changes).length === 0 ? [] : [{ op: 'change', collection, id, changes }]);
