/**
 * Builds the indexes of `Relations` and keeps them up to date edit by edit. Deleted documents are left out, so
 * readers never ask; a unit index entry stays while any dated entry names the unit, open or closed.
 */
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { Unit } from '@shared/domain/unit';
import { type IndexName, indexNames, type Relations } from '@shared/rules/relations';
import { indexKeysOf, type KeyPair } from './index-keys';
import { touchNeighbours, touchUnits } from './touched-units';

type MutableIndexes = Record<IndexName, Map<string, Set<string>>>;
type MutableDocuments = { [C in CollectionName]: Map<string, DocumentOf<C>> };

/** The parts `updateRelations` writes to; everybody else sees them read-only. */
interface MutableRelations extends Relations {
  readonly documents: MutableDocuments;
  readonly indexes: MutableIndexes;
}

/** @param register documents of all collections; a collection may be empty. */
export function buildRelations(register: Partial<Register>): Relations {
  const relations = emptyRelations();
  for (const collection of collectionNames) addAll(relations, collection, register[collection] ?? []);
  return relations;
}

function emptyRelations(): MutableRelations {
  const documents = Object.fromEntries(collectionNames.map((name) => [name, new Map()]));
  const indexes = Object.fromEntries(indexNames.map((name) => [name, new Map()]));
  // fromEntries forgets the keys; both lists of names are complete by their types.
  return { documents: documents as MutableDocuments, indexes: indexes as MutableIndexes };
}

function addAll<C extends CollectionName>(
  relations: MutableRelations,
  collection: C,
  documents: readonly DocumentOf<C>[],
): void {
  for (const document of documents) {
    if (document.deletedAt !== null) continue;
    storeIn(relations, collection).set(document.id, document);
    for (const pair of indexKeysOf(collection, document)) addKey(relations.indexes, pair, document.id);
  }
}

// TypeScript cannot see that the map under a generic key holds documents of that key.
const storeIn = <C extends CollectionName>(relations: MutableRelations, collection: C) =>
  relations.documents[collection] as Map<string, DocumentOf<C>>;

function addKey(indexes: MutableIndexes, [name, key]: KeyPair, id: string): void {
  const found = indexes[name].get(key);
  if (found) found.add(id);
  else indexes[name].set(key, new Set([id]));
}

function removeKey(indexes: MutableIndexes, [name, key]: KeyPair, id: string): void {
  const found = indexes[name].get(key);
  if (!found?.delete(id)) return;
  if (found.size === 0) indexes[name].delete(key);
}

/**
 * Brings the indexes from `before` to `after` in place and returns the units whose facts may have changed. null = did
 * not exist; a soft-deleted state counts as null. Idempotent.
 */
export function updateRelations<C extends CollectionName>(
  relations: Relations,
  collection: C,
  before: DocumentOf<C> | null,
  after: DocumentOf<C> | null,
): ReadonlySet<string> {
  // Relations are only ever made by emptyRelations above.
  const target = relations as MutableRelations;
  const old = before?.deletedAt === null ? before : null;
  const now = after?.deletedAt === null ? after : null;
  const touched = new Set<string>();
  if (old) {
    touchUnits(touched, collection, old, target);
    for (const pair of indexKeysOf(collection, old)) removeKey(target.indexes, pair, old.id);
    if (!now) storeIn(target, collection).delete(old.id);
  }
  if (now) {
    addAll(target, collection, [now]);
    touchUnits(touched, collection, now, target);
  }
  // The collection name tells that these are units; the type parameter does not.
  if (collection === 'units') touchNeighbours(touched, old as Unit | null, now as Unit | null, target);
  return touched;
}
