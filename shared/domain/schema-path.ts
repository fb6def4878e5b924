/** The schema behind a dotted path of a document, through objects, maps and the kinds of a collection. */
import { z } from 'zod';
import { type CollectionName, collectionSchemas } from './collections';
import { type FieldMeta, metaOf, valueSchemaOf } from './define';

export interface PathSchema {
  /** Labels of the fields on the way, outermost first; map keys have none. */
  readonly fields: readonly FieldMeta[];
  /** Schema of the value itself, without null and defaults; null when the path leads nowhere. */
  readonly schema: z.ZodType | null;
}

/** @param kind of the document in collections that have several; null where there is none */
export const schemaAt = (collection: CollectionName, kind: string | null, path: string): PathSchema =>
  schemaWithin(schemaOfKind(collection, kind), path.split('.'));

/** @param root schema the path starts from; null when there is none, then the path leads nowhere */
export function schemaWithin(root: z.ZodType | null, keys: readonly string[]): PathSchema {
  const fields: FieldMeta[] = [];
  let schema = root;
  for (const key of keys) {
    if (schema instanceof z.ZodObject) {
      const field = fieldOf(schema, key);
      if (field) fields.push(metaOf(field));
      schema = field ? valueSchemaOf(field) : null;
    } else schema = schema === null ? null : elementOf(schema);
  }
  return { fields, schema };
}

/** A labelled field of an object; null when it has none of this name. */
export function fieldOf(schema: z.ZodObject, name: string): z.ZodType | null {
  // zod types shapes by its core interface; every schema of the model is a classic one.
  return Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : null;
}

/** What a map or a list holds; null for anything else. */
export function elementOf(schema: z.ZodType): z.ZodType | null {
  // The same core interface.
  if (schema instanceof z.ZodRecord) return valueSchemaOf(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodArray) return valueSchemaOf(schema.element as z.ZodType);
  return null;
}

/** Schema of the documents of one kind; null for a kind the collection does not have. */
export function schemaOfKind(collection: CollectionName, kind: string | null): z.ZodType | null {
  const schema: z.ZodType = collectionSchemas[collection];
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  // The same core interface.
  const options = schema.options as readonly z.ZodType[];
  return options.find((option) => kindOf(option) === kind) ?? null;
}

function kindOf(option: z.ZodType): unknown {
  const literal = option instanceof z.ZodObject ? fieldOf(option, 'kind') : null;
  return literal instanceof z.ZodLiteral ? literal.value : null;
}
