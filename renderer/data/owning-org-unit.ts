/**
 * Which org unit a document belongs to (`orgUnitId`): the level that keeps it and later the scope it is sent to.
 * It follows what the document is about: a record follows its unit, a meeting its organization.
 */
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';

type Find = (collection: CollectionName, id: string) => LedgerDocument | undefined;

/** Fields that point to the owner, the most telling first. */
const ownerFields: readonly (readonly [field: string, collection: CollectionName])[] = [
  ['hostUnitId', 'units'],
  ['unitId', 'units'],
  ['workUnitId', 'units'],
  ['partyOrgId', 'partyOrgs'],
  ['relationOrgId', 'partyOrgs'],
  ['hostPartyOrgId', 'partyOrgs'],
  ['personId', 'people'],
  ['memberId', 'people'],
  ['instructorId', 'instructors'],
  ['roomId', 'partyRooms'],
  ['siteId', 'orgUnits'],
];
/** Fields that name the org unit itself. */
const orgUnitFields = ['townshipId', 'targetOrgUnitId', 'homeOrgUnitId'];

/** @param homeId the office's own level, where nothing in the draft says more */
export function owningOrgUnit(
  draft: Readonly<Record<string, unknown>>,
  find: Find,
  homeId: string | null,
): string | null {
  for (const field of orgUnitFields) {
    const id = draft[field];
    if (typeof id === 'string') return id;
  }
  for (const [field, collection] of ownerFields) {
    const id = draft[field];
    const owner = typeof id === 'string' ? find(collection, id) : undefined;
    if (owner) return owner.orgUnitId;
  }
  return ownerOfFirstCover(draft, find) ?? homeId;
}

function ownerOfFirstCover(draft: Readonly<Record<string, unknown>>, find: Find): string | null {
  const { covers } = draft;
  if (typeof covers !== 'object' || covers === null) return null;
  for (const cover of Object.values(covers)) {
    // Drafts are checked by the schema afterwards; a cover without a unit simply names no owner here.
    const unitId = (cover as { unitId?: unknown } | null)?.unitId;
    const unit = typeof unitId === 'string' ? find('units', unitId) : undefined;
    if (unit) return unit.orgUnitId;
  }
  return null;
}
