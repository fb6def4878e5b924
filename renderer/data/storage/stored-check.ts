/**
 * What the database's schema says of a document, checked with zod before it is written. (RxDB's usual validator
 * compiles code at run time, which the page's content security policy forbids; and one that stands inside the write,
 * as RxDB's do, would keep a save waiting that could be checked while the journal is flushed.)
 */
import type { CollectionName } from '@shared/domain/collections';
import { z } from 'zod';
import { breatheIdly } from '../breathe';
import { rxSchemaOf } from './rx-schema';

const schemas = new Map<CollectionName, z.ZodType>();

function schemaOf(collection: CollectionName): z.ZodType {
  const known = schemas.get(collection);
  if (known) return known;
  // RxDB's schema type is a JSON schema with primaryKey, indexes and version added.
  const schema = z.fromJSONSchema(
    rxSchemaOf(collection) as unknown as Parameters<typeof z.fromJSONSchema>[0],
  );
  schemas.set(collection, schema);
  return schema;
}

/** @returns why the database must not keep it, field by field; null = it may */
export function reasonsAgainst(collection: CollectionName, stored: object): string | null {
  const { error } = schemaOf(collection).safeParse(stored);
  return error ? error.issues.map(({ message, path }) => `${path.join('.')}: ${message}`).join('; ') : null;
}

/**
 * Makes the checks of these collections while the page is idle, one at a time: the first save of each would wait 13 ms
 * for its own, and all of them together would keep the page at its start.
 */
export async function makeChecks(collections: readonly CollectionName[]): Promise<void> {
  for (const collection of collections) {
    await breatheIdly();
    schemaOf(collection);
  }
}
