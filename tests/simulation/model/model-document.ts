/** Documents as the model follows them, and where they lie (SPEC, SCOPE). */
import type { CollectionName } from '@shared/domain/collections';
import { sharedDownwards } from '@shared/sync/access';
import type { Plain } from './apply-rules';

export interface ModelEntry {
  readonly editId: string;
  readonly applied: readonly string[];
  readonly kept: readonly string[];
}
export interface ModelDocument {
  readonly collection: CollectionName;
  readonly id: string;
  /** Without bookkeeping; `orgUnitId` and `deletedAt` are fields like others. */
  readonly fields: Plain;
  readonly history: readonly ModelEntry[];
  /** null: the county changed it by itself, and told its number to nobody. */
  readonly seq: number | null;
}
export type ModelDocuments = ReadonlyMap<string, ModelDocument>;

/** Fields the rules say nothing about, or that belong to one device. */
export const untold = ['history', 'seq', 'pending', 'isPending', 'rev', 'updatedAt', 'updatedBy'];

export const keyOf = (collection: string, id: string): string => `${collection}/${id}`;
export const fieldsOf = (document: Plain): Plain =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !untold.includes(name)));

/** An orgUnits document lies in itself. */
export const orgUnitOf = ({ collection, id, fields }: ModelDocument): string =>
  collection === 'orgUnits' ? id : String(fields['orgUnitId']);

/** Org units from a place up to the county, itself included. */
function* upwards(documents: ModelDocuments, orgUnitId: string): Generator<string> {
  for (let id: unknown = orgUnitId; typeof id === 'string'; ) {
    yield id;
    id = documents.get(keyOf('orgUnits', id))?.fields['parentId'];
  }
}

export function isWithin(documents: ModelDocuments, rootId: string, orgUnitId: string): boolean {
  for (const id of upwards(documents, orgUnitId)) if (id === rootId) return true;
  return false;
}

/** Also for a place that is only about to be there. */
export function liesWithin(
  documents: ModelDocuments,
  rootId: string,
  { collection, id, fields }: ModelDocument,
): boolean {
  if (collection !== 'orgUnits') return isWithin(documents, rootId, String(fields['orgUnitId']));
  const { parentId } = fields;
  return id === rootId || (typeof parentId === 'string' && isWithin(documents, rootId, parentId));
}

/** SCOPE-1 and SCOPE-2. */
export function isVisible(
  documents: ModelDocuments,
  rootId: string,
  collection: CollectionName,
  orgUnitId: string,
): boolean {
  if (isWithin(documents, rootId, orgUnitId)) return true;
  return sharedDownwards.has(collection) && isWithin(documents, orgUnitId, rootId);
}
