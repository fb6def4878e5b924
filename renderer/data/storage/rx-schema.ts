/**
 * Database schemas, generated from the zod schemas of the model: nothing is written twice.
 *
 * A collection of several kinds becomes one flat object that has the fields of all of them; which fields belong
 * to which kind is checked by zod before anything is stored. Labels and defaults are left out, so that a new
 * wording does not look like a new schema.
 */
import { type CollectionName, collectionSchemas, type DocumentOf } from '@shared/domain/collections';
import type { RxJsonSchema } from 'rxdb';
import { z } from 'zod';
import { schemaVersions } from './schema-versions';

type JsonSchema = z.core.JSONSchema.JSONSchema;
interface FlatObject {
  properties: Record<string, JsonSchema>;
  required: string[];
}

/** What was taken out of the document before it was stored (sealed-documents.ts). */
const sealed: JsonSchema = { type: 'string' };

/** Only these are ever asked of the database; lists are filtered in memory. */
const indexes = ['isPending', 'orgUnitId'];

export function rxSchemaOf<C extends CollectionName>(collection: C): RxJsonSchema<DocumentOf<C>> {
  const { properties, required } = flatten(collectionSchemas[collection]);
  const schema = {
    version: schemaVersions[collection],
    primaryKey: 'id',
    type: 'object',
    properties: { ...properties, sealed },
    // Dexie can only index fields that are always there.
    required: [...new Set([...required, ...indexes])],
    indexes,
    additionalProperties: false,
  };
  // Built from the very schema that DocumentOf is inferred from; RxDB's type cannot express a generated one.
  return schema as unknown as RxJsonSchema<DocumentOf<C>>;
}

function flatten(schema: z.ZodType): FlatObject {
  if (schema instanceof z.ZodObject) return jsonOf(schema);
  if (schema instanceof z.ZodDiscriminatedUnion)
    // zod types the options by its core interface; every schema of the model is a classic one.
    return mergeKinds(schema.options.map((option) => jsonOf(option as z.ZodType)));
  throw new Error('a collection holds objects of one kind or of several told apart by `kind`');
}

function mergeKinds(kinds: readonly FlatObject[]): FlatObject {
  const variants = new Map<string, Map<string, JsonSchema>>();
  for (const kind of kinds)
    for (const [name, property] of Object.entries(kind.properties)) {
      const known = variants.get(name) ?? new Map<string, JsonSchema>();
      variants.set(name, known.set(JSON.stringify(property), property));
    }
  const properties: Record<string, JsonSchema> = {};
  for (const [name, known] of variants) {
    const [only, ...others] = [...known.values()];
    if (only) properties[name] = others.length === 0 ? only : { anyOf: [only, ...others] };
  }
  const required = (kinds[0]?.required ?? []).filter((name) =>
    kinds.every((kind) => kind.required.includes(name)),
  );
  return { properties, required };
}

function jsonOf(schema: z.ZodType): FlatObject {
  // `input`: fields with a default stay optional, so documents of an older version remain valid.
  const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-07', override: simplify });
  // An object schema always yields object schemas for its properties, never plain booleans.
  const properties = (json.properties ?? {}) as Record<string, JsonSchema>;
  return { properties, required: json.required ?? [] };
}

function simplify({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  delete jsonSchema.title;
  delete jsonSchema.description;
  delete jsonSchema.default;
  // Map keys are ids or codes, checked by zod; RxDB does not know the keyword.
  delete jsonSchema.propertyNames;
  if (jsonSchema.type === 'object') jsonSchema.additionalProperties ??= false;
}
